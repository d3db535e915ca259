import { describe, expect, it } from 'vitest';
import { asManyAsFit, journeysToRead, quotesShown } from '../../src/publish/journeys-to-read.js';
import { findingOf, journeyOf, times } from '../patterns/settings.js';
import { report, ticket } from './fixture.js';

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

/** Which quote of its repair a journey is. */
const ofRound = (one: (typeof all)[number]) => all.indexOf(one) % 3;
const never = (): never => {
  throw new Error('a side without turns');
};

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

  it('take the first quote of every repair before the second of any', () => {
    const repairs = times(40, (i) => quoting([3 * i, 3 * i + 1]));
    const chosen = journeysToRead(all, repairs).slice(20);
    const [first, second] = [0, 1].map((k) => chosen.findLastIndex((one) => ofRound(one) === k));
    expect(first).toBeLessThan(chosen.findIndex((one) => ofRound(one) === 1));
    expect(second).toBe(chosen.length - 1);
  });

  it('stop before the file is too large, but not within those by chance', () => {
    const [short] = report().samples;
    if (!short) throw new Error('the fixture has no sample');
    const long = { ...short, agent: Array.from({ length: 500 }, () => short.agent[0] ?? never()) };
    expect(asManyAsFit(times(30, () => long))).toHaveLength(20);
    expect(asManyAsFit(times(90, () => short))).toHaveLength(90);
  });

  it('leave out a journey without a contact: it has one side alone', () => {
    const alone = journeyOf(1, { contact: null });
    expect(journeysToRead([alone], [quoting([1])])).toEqual([]);
  });
});
