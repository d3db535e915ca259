import { describe, expect, it } from 'vitest';
import type { JourneyResult } from '../../src/domain/journey.js';
import { byFinding } from '../../src/figures/by-finding.js';
import { findingOf, journeyOf, times } from '../patterns/settings.js';
import { link } from '../support/conversations.js';

let n = 0;
const rated = (csat: number | undefined, has: boolean, more: Partial<JourneyResult> = {}) =>
  journeyOf(n++, {
    findings: has ? [findingOf('missed_slot')] : [],
    outcome: { ...(csat !== undefined && { csat }), complaint: has && csat === 20 },
    ...more,
  });
/** Means 40 and 80, ten ratings on each side. */
const both = [
  ...times(10, (i) => rated(i % 2 === 0 ? 20 : 60, true)),
  ...times(10, (i) => rated(i % 2 === 0 ? 70 : 90, false)),
];

describe('satisfaction by finding', () => {
  it('has the means of the journeys with it and without it, and how many of each complained', () => {
    const [found, ...rest] = byFinding(both);
    expect(rest).toEqual([]);
    expect(found).toMatchObject({ category: 'missed_slot', journeys: 10, complainedWith: 0.5 });
    expect(found?.csatWith).toMatchObject({ value: 40, n: 10 });
    expect(found?.csatWithout).toMatchObject({ value: 80, n: 10 });
    expect(found?.complainedWithout).toBe(0);
  });

  it('says nothing where one side has fewer than ten ratings', () => {
    expect(byFinding(both.slice(1))).toEqual([]);
    expect(byFinding([...both.slice(1), rated(undefined, true)])).toEqual([]);
  });

  it('counts no journey whose contact is unsure', () => {
    const unsure = rated(20, true, { link: link({ status: 'possible' }) });
    expect(byFinding([...both.slice(1), unsure])).toEqual([]);
  });

  it('begins with the finding whose customers are least content', () => {
    const loops = times(10, () => rated(0, false, { findings: [findingOf('intent_loop')] }));
    expect(byFinding([...both, ...loops]).map(({ category }) => category)).toEqual([
      'intent_loop',
      'missed_slot',
    ]);
  });
});
