import { describe, expect, it } from 'vitest';
import { journeysToRead, quotesShown } from '../../src/publish/journeys-to-read.js';
import { findingOf, journeyOf, times } from '../patterns/settings.js';
import { ticket } from './fixture.js';

const all = times(200, (i) =>
  journeyOf(i, {
    findings: [findingOf(i % 50 === 0 ? 'context_lost' : 'missed_slot', { primary: true })],
  }),
);
const quoting = (numbers: readonly number[], listed = true) =>
  ticket({
    listed,
    evidence: numbers.map((n) => ({
      sessionId: all[n]?.sessionId ?? '',
      contactId: null,
      turns: [],
      quote: '',
    })),
  });

describe('journeys to read', () => {
  it('are twenty by chance, the rare causes among them, the same every night', () => {
    const chosen = journeysToRead(all, []);
    expect(chosen).toHaveLength(20);
    expect(new Set(chosen).size).toBe(20);
    const rare = chosen.filter(({ findings }) => findings[0]?.category === 'context_lost');
    expect(rare).toHaveLength(4);
    expect(journeysToRead([...all].reverse(), [])).toEqual(chosen);
  });

  it('have those that listed repairs quote, once, and no others', () => {
    const quoted = [7, 8, 9, 10];
    const chosen = journeysToRead(all, [quoting(quoted), quoting(quoted), quoting([11], false)]);
    for (const n of quoted.slice(0, quotesShown)) expect(chosen).toContain(all[n]);
    expect(chosen.length - 20).toBeLessThanOrEqual(quotesShown);
    expect(new Set(chosen).size).toBe(chosen.length);
  });

  it('take the first quote of every repair before the second of any, and stop before the file is too large', () => {
    const repairs = times(40, (i) => quoting([3 * i, 3 * i + 1, 3 * i + 2]));
    const chosen = new Set(journeysToRead(all, repairs));
    for (let i = 0; i < 40; i++) expect(chosen).toContain(all[3 * i]);
    expect(chosen.size).toBeLessThanOrEqual(80);
  });

  it('leave out a journey without a contact: it has one side alone', () => {
    const alone = journeyOf(1, { contact: null });
    expect(journeysToRead([alone], [quoting([1])])).toEqual([]);
  });
});
