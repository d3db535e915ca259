/** Protecting simulated transcripts, as the first stage of a night does it: turns per second on one core. */
import { describe, expect, it } from 'vitest';
import { createProtector } from '../../src/ingest/protect.js';
import { simulate } from '../../src/simulate/simulate.js';
import { createDigest } from '../../src/text/digest.js';
import { createRedactor } from '../../src/text/redact.js';

const journeys = Number(process.env.HANDBACK_JOURNEYS ?? '2000');
const rounds = 4;

const freshRedactor = () =>
  createRedactor({ digest: createDigest(Buffer.from('a key for the bench')), region: 'GB' });

const records = (world: 'lender' | 'telco') =>
  simulate({ world, journeys, seed: 5, from: '2026-10-05', days: 7 });

const rate = (count: number, seconds: number) =>
  `${Math.round(count / seconds).toLocaleString('en-GB')} turns/s`;

describe('redaction', () => {
  it.each(['lender', 'telco'] as const)(`protects ${journeys} journeys of the %s`, (world) => {
    const { sessions, contacts } = records(world);
    const texts = [...sessions, ...contacts].flatMap(({ turns }) =>
      (turns ?? []).flatMap(({ text }) => text ?? []),
    );
    const distinct = [...new Set(texts)];
    const lines: string[] = [];
    let protectedTurns = 0;
    for (let round = 0; round < rounds; round++) {
      const protector = createProtector(freshRedactor());
      const from = performance.now();
      protectedTurns = 0;
      for (const session of sessions) protectedTurns += protector.session(session).turns.length;
      for (const contact of contacts) protectedTurns += protector.contact(contact).turns.length;
      const between = performance.now();
      const redactor = freshRedactor();
      for (const text of distinct) redactor.redact(text);
      const to = performance.now();
      lines.push(
        `whole records ${rate(protectedTurns, (between - from) / 1000)}; ` +
          `distinct texts alone ${rate(distinct.length, (to - between) / 1000)}`,
      );
    }
    console.log(
      `\n=== ${world}: ${protectedTurns} turns, ${distinct.length} distinct texts, ${rounds} rounds, each with a fresh memory\n${lines.join('\n')}`,
    );
    expect(protectedTurns).toBeGreaterThan(journeys);
  });
});
