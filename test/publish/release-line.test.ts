import { expect, it } from 'vitest';
import { writeIn } from '../../src/publish/format.js';
import { releaseLine } from '../../src/publish/release-line.js';
import { report } from './fixture.js';

const write = writeIn('en-GB');
const { releases } = report();
const [some] = releases.tickets;
if (!some) throw new Error('the fixture has a released ticket');
const verdict = (name: 'too_early' | 'verified', daysLeft: number | null, title = some.title) => ({
  ...some,
  title,
  verification: { ...some.verification, verdict: name, daysLeft },
});
const line = (...tickets: (typeof some)[]) =>
  releaseLine(write, { ...releases, tickets, candidates: [] }, '2026-02-15');

it('names the repair that is too early to say and is known first, and about when', () => {
  const tickets = [
    verdict('too_early', 20, 'Later'),
    verdict('too_early', 4, 'Ask for the number'),
  ];
  expect(line(...tickets)).toMatch(/too early to say \(Ask for the number: about 19 Feb 2026\)$/);
  expect(line(verdict('too_early', 0, 'Slow'))).toMatch(/\(Slow: not before more sessions come\)$/);
});

it('names none where all are judged', () => {
  expect(line(verdict('verified', null))).toMatch(/too early to say$/);
});
