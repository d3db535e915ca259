/** Every cohort plug-in passes the same suite. */
import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { registry } from '../../src/patterns/detectors/index.js';
import { config, journeyOf, sessionOf, times } from '../patterns/settings.js';
import { traffic } from '../patterns/traffic.js';
import { seeded } from '../support/seeded.js';

/** Hours, an intent and a whole bot that fail, and most that does not. */
const doubled = traffic({
  random: seeded(7),
  effect: (rate, { intent, hour, weekend }) =>
    intent === 3 && hour >= 9 && hour < 12 && !weekend ? Math.min(1, 2 * rate) : rate,
});
const stuck = times(120, (i) =>
  sessionOf({
    intent: 'stuck',
    outcome: 'escalated',
    day: `2026-03-${String(2 + (i % 20)).padStart(2, '0')}`,
  }),
);
const sessions = [...doubled, ...stuck];
const results = [
  ...times(60, (i) => journeyOf(i, { botIntent: 'stuck' })),
  ...times(60, (i) => journeyOf(100 + i, { botIntent: 'intent_3', hour: 10, day: '2026-03-04' })),
  ...times(60, (i) => journeyOf(200 + i, { botIntent: 'intent_9', hour: 20 })),
];
const evidence = { results, sessions };

it('every cohort is in the registry once, under the name of its file', () => {
  const folder = new URL('../../src/patterns/detectors', import.meta.url);
  const names = readdirSync(folder)
    .map((file) => file.replace('.ts', ''))
    .filter((name) => name !== 'index');
  expect(registry.map(({ id }) => id).sort()).toEqual(names.sort());
});

describe.each(registry)('$id', (cohort) => {
  const { patterns } = cohort.find(evidence, config);

  it('is described', () => {
    expect(cohort.title).not.toBe('');
    expect(cohort.description).toMatch(/\.$/);
  });

  it('finds what was put in, under its own category, and says why in numbers', () => {
    expect(patterns.length).toBeGreaterThan(0);
    for (const { category, why, actual, expected, confidence } of patterns) {
      expect(category).toBe(cohort.id);
      expect(why).toMatch(/\d/);
      expect(actual).not.toBe(expected);
      expect(confidence).toBeGreaterThan(0);
      expect(confidence).toBeLessThanOrEqual(1);
    }
  });

  it('holds for a journey of its intent and hours, and not for another intent', () => {
    for (const pattern of patterns) {
      const inside = {
        botIntent: pattern.intent ?? 'intent_1',
        hour: pattern.window?.from ?? 10,
        day: pattern.window?.days === 'weekend' ? '2026-03-07' : '2026-03-04',
      };
      expect(pattern.holds(journeyOf(900, inside)), pattern.why).toBe(true);
      if (pattern.intent !== undefined)
        expect(pattern.holds(journeyOf(901, { ...inside, botIntent: 'nobody' }))).toBe(false);
    }
  });

  it('finds nothing in nothing', () => {
    expect(cohort.find({ results: [], sessions: [] }, config).patterns).toEqual([]);
  });

  const said = (other: typeof evidence) =>
    cohort.find(other, config).patterns.map(({ holds: _, ...rest }) => rest);

  it('says the same in any order of sessions and journeys', () => {
    const reversed = { results: [...results].reverse(), sessions: [...sessions].reverse() };
    expect(said(reversed)).toEqual(said(evidence));
    const [half, other] = [sessions.slice(0, 9000), sessions.slice(9000)];
    expect(said({ results, sessions: [...other, ...half] })).toEqual(said(evidence));
  });

  it('says the same twice', () => {
    expect(said(evidence)).toEqual(said(evidence));
  });
});
