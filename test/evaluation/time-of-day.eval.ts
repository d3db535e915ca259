/** How often hours of the day are taken for a pattern, over many nights: without any effect, with one, and with an outage. */
import { describe, expect, it } from 'vitest';
import type { JourneyResult, SessionSummary } from '../../src/domain/journey.js';
import { isWeekend } from '../../src/lib/calendar.js';
import { timeOfDayFailure } from '../../src/patterns/detectors/time_of_day_failure.js';
import { config, journeyOf } from '../patterns/settings.js';
import { type TrafficOptions, traffic } from '../patterns/traffic.js';
import { seeded } from '../support/seeded.js';

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

// Forty intents, 20,000 sessions and 28 days a night.
describe('time_of_day_failure', () => {
  it('raises at most 0.2 tickets a night where there is no effect, with and without noisy days', () => {
    const quiet = nights(15, {});
    const noisy = nights(15, { dayNoise: 0.4, runNoise: 0.4, season });
    for (const list of [quiet, noisy]) {
      const tickets = list.reduce((sum, { patterns }) => sum + patterns.length, 0);
      expect(tickets / list.length).toBeLessThanOrEqual(0.2);
    }
    expect(quiet[0]?.timeOfDay?.windowsTested).toBeGreaterThan(1000);
  });

  it('finds a doubled rate in three hours of a large intent, and little else', () => {
    const list = nights(10, { effect: doubled, dayNoise: 0.3, season });
    const hits = list.filter(({ patterns }) =>
      patterns.some(
        ({ intent, window }) =>
          intent === 'intent_3' && window && window.from < 12 && window.to > 9,
      ),
    );
    expect(hits.length).toBeGreaterThanOrEqual(9);
    expect(list.flatMap(({ patterns }) => patterns).length).toBeLessThanOrEqual(12);
  });

  it('takes one outage day for no pattern, and still sees the pattern beside it', () => {
    const alone = nights(6, { effect: outage });
    expect(alone.flatMap(({ patterns }) => patterns).length).toBeLessThanOrEqual(1);
    const both = nights(6, {
      effect: (rate, at) => (outage(rate, at) === rate ? doubled(rate, at) : 0.97),
    });
    const named = both.filter(({ patterns }) => patterns.some((p) => p.intent === 'intent_3'));
    expect(named.length).toBeGreaterThanOrEqual(5);
  });
});

/** A contact centre of 600 sessions a day with a dozen intents, over thirty draws. */
describe('time_of_day_failure at 600 sessions a day', () => {
  const centre = { sessions: 600 * 28, intents: 12, dayNoise: 0.3, runNoise: 0.3, season };
  const draws = 30;

  it('raises at most 0.05 tickets a night without an effect', () => {
    const tickets = nights(draws, centre).reduce((sum, { patterns }) => sum + patterns.length, 0);
    console.log(`600 sessions a day: ${tickets} false tickets in ${draws} null nights`);
    expect(tickets / draws).toBeLessThanOrEqual(0.05);
  });

  it.each([
    ['doubled', 2],
    ['raised by half', 1.5],
  ])('finds a rate that is %s in three hours of weekdays', (name, factor) => {
    const raised: TrafficOptions['effect'] = (rate, { intent, hour, weekend }) =>
      intent === 3 && hour >= 9 && hour < 12 && !weekend ? Math.min(1, factor * rate) : rate;
    const found = nights(draws, { ...centre, effect: raised }).filter(({ patterns }) =>
      patterns.some(
        ({ intent, window }) =>
          intent === 'intent_3' && window && window.from < 12 && window.to > 9,
      ),
    ).length;
    console.log(`600 sessions a day, ${name}: found in ${found} of ${draws} nights`);
    if (factor === 2) expect(found / draws).toBeGreaterThanOrEqual(0.9);
    else expect(found).toBeGreaterThan(0);
  });
});

/** The same centre with lines: each handoff ends with one of eight of its intent and one of three that all have. */
describe('time_of_day_failure by the last lines of the bot, at 600 sessions a day', () => {
  const centre = { sessions: 600 * 28, intents: 12, dayNoise: 0.3, runNoise: 0.3, season };
  const draws = 30;
  const isIn = ({ intent, hour, day }: SessionSummary): boolean =>
    intent === 'intent_3' && hour >= 9 && hour < 12 && !isWeekend(day);

  /** @param shut the share of the sessions of three hours that the bot ends with a line of its own */
  function night(seed: number, shut: number) {
    const random = seeded(900 + seed);
    const sessions = traffic({ random: seeded(500 + seed), ...centre });
    const results: JourneyResult[] = [];
    const all = sessions.map((session, n): SessionSummary => {
      const isShut = isIn(session) && random() < shut;
      if (session.outcome === 'contained' && !isShut) return session;
      const { day, hour, intent = '' } = session;
      const text = isShut
        ? 'not at this hour'
        : `${intent} ${'abcdefgh'[Math.floor(8 * random())]}`;
      const closing = [{ text }, { text: `hold on ${'abc'[Math.floor(3 * random())]}` }];
      const handoff = { reason: 'rule', inferred: false, closing } as const;
      results.push(
        journeyOf(n, {
          session: `s/${n}`,
          day,
          hour,
          botIntent: intent,
          handoff: { ...handoff, closing },
        }),
      );
      return { ...session, outcome: 'escalated' };
    });
    return timeOfDayFailure.find({ results, sessions: all }, config).patterns;
  }
  const nightsOf = (shut: number) => Array.from({ length: draws }, (_, i) => night(i, shut));

  it('raises at most 0.05 tickets a night without an effect', () => {
    const tickets = nightsOf(0).flat().length;
    console.log(`lines: ${tickets} false tickets in ${draws} null nights`);
    expect(tickets / draws).toBeLessThanOrEqual(0.05);
  });

  it.each([0.2, 0.1])('finds hours in which a share of %s is stopped by a line', (share) => {
    const list = nightsOf(share);
    const found = list.filter((patterns) => patterns.some(({ intent }) => intent === 'intent_3'));
    const others = list.flat().length - found.length;
    console.log(
      `lines, ${share} stopped: found in ${found.length} of ${draws} nights, ${others} others`,
    );
    expect(found.length / draws).toBeGreaterThanOrEqual(share === 0.2 ? 0.9 : 0.2);
  });
});
