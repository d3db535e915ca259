import { describe, expect, it } from 'vitest';
import type { SessionSummary } from '../../src/domain/journey.js';
import { timeOfDayFailure } from '../../src/patterns/detectors/time_of_day_failure.js';
import { seeded } from '../support/seeded.js';
import { config, journeyOf } from './settings.js';
import { type TrafficOptions, traffic } from './traffic.js';

const season = [0.3, 0, 0, 0, 0.2, -0.3, -0.3];
const find = (sessions: readonly SessionSummary[]) =>
  timeOfDayFailure.find({ results: [], sessions }, config);
const nights = (n: number, options: Omit<TrafficOptions, 'random'>) =>
  Array.from({ length: n }, (_, i) => find(traffic({ random: seeded(500 + i), ...options })));

/** Twice the rate in three hours of weekdays, for the intent with the fourth most sessions. */
const doubled: TrafficOptions['effect'] = (rate, { intent, hour, weekend }) =>
  intent === 3 && hour >= 9 && hour < 12 && !weekend ? Math.min(1, 2 * rate) : rate;
const outage: TrafficOptions['effect'] = (rate, { day, hour }) =>
  day === 9 && hour >= 11 && hour < 15 ? 0.97 : rate;

// The shares over many nights are measured by test/evaluation/time-of-day.eval.ts.
describe('time_of_day_failure', { timeout: 120_000 }, () => {
  it('raises no ticket in nights without any effect, quiet and noisy', () => {
    const quiet = nights(2, {});
    const noisy = nights(2, { dayNoise: 0.4, runNoise: 0.4, season });
    expect([...quiet, ...noisy].map(({ patterns }) => patterns)).toEqual([[], [], [], []]);
    expect(quiet[0]?.timeOfDay?.windowsTested).toBeGreaterThan(1000);
  });

  it('finds a doubled rate in three hours of a large intent, and nothing else', () => {
    const [, night] = nights(2, { effect: doubled, dayNoise: 0.3, season });
    const [pattern, ...others] = night?.patterns ?? [];
    expect(pattern).toMatchObject({ intent: 'intent_3' });
    expect(pattern?.window?.from).toBeLessThan(12);
    expect(pattern?.window?.to).toBeGreaterThan(9);
    expect(others).toEqual([]);
  });

  it('takes one outage day for no pattern, and still sees the pattern beside it', () => {
    expect(nights(1, { effect: outage })[0]?.patterns).toEqual([]);
    const [both] = nights(1, {
      effect: (rate, at) => (outage(rate, at) === rate ? doubled(rate, at) : 0.97),
    });
    expect(both?.patterns.map(({ intent }) => intent)).toContain('intent_3');
  });

  it('names the whole bot where all intents fail, and none of them', () => {
    const evenings: TrafficOptions['effect'] = (rate, { hour }) =>
      hour >= 18 && hour < 21 ? Math.min(1, 1.8 * rate) : rate;
    const { patterns } = find(traffic({ random: seeded(3), effect: evenings }));
    expect(patterns).toHaveLength(1);
    expect(patterns[0]?.intent).toBeUndefined();
    expect(patterns[0]?.window?.days).toBe('all');
  });

  it('takes hours with another mix of intents for no pattern', () => {
    const sessions = traffic({ random: seeded(4), logit: (i) => (i % 2 ? 1.5 : -1.5) });
    // At night only the intents that fail much are asked for; none of them fails more than by day.
    const mixed = sessions.filter(({ intent, hour }) => hour < 20 || Number(intent?.slice(7)) % 2);
    expect(find(mixed).patterns).toEqual([]);
  });

  it('compares shares of handoffs, and says so, where no session is contained', () => {
    const sessions = traffic({ random: seeded(5), effect: doubled }).filter(
      ({ outcome }) => outcome === 'escalated',
    );
    const { patterns, timeOfDay } = find(sessions);
    expect(timeOfDay?.note).toMatch(/share of all handoffs/);
    expect(patterns.map(({ intent }) => intent)).toEqual(['intent_3']);
    expect(patterns[0]?.actual).toMatch(/of the handoffs/);
  });

  it('says what it could have seen: more in a larger intent, and nothing of nothing', () => {
    const effects = find(traffic({ random: seeded(6) })).timeOfDay?.smallestEffect ?? [];
    expect(effects.length).toBe(10);
    for (const { baseRate, detectableRate } of effects)
      expect(detectableRate).toBeGreaterThan(baseRate);
    expect(effects[0]?.detectableRate).toBeLessThan(effects[9]?.detectableRate ?? 0);
    expect(find([]).timeOfDay).toEqual({
      windowsTested: 0,
      smallestEffect: [],
      note: expect.stringMatching(/no sessions/),
    });
  });

  it('holds for the journeys of its hours and days alone', () => {
    const [pattern] = find(traffic({ random: seeded(7), effect: doubled })).patterns;
    const inside = { botIntent: 'intent_3', hour: 10, day: '2026-03-04' };
    expect(pattern?.holds(journeyOf(1, inside))).toBe(true);
    expect(pattern?.holds(journeyOf(2, { ...inside, hour: 15 }))).toBe(false);
    expect(pattern?.holds(journeyOf(3, { ...inside, day: '2026-03-07' }))).toBe(false);
    expect(pattern?.holds(journeyOf(4, { ...inside, botIntent: 'intent_4' }))).toBe(false);
  });
});
