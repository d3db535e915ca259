/** The tables of "time of day". */

import type { SessionSummary } from '../../../src/domain/journey.js';
import type { Window } from '../../../src/domain/ticket.js';
import { timeOfDayFailure } from '../../../src/patterns/detectors/time_of_day_failure.js';
import { incidents } from '../../../src/patterns/incidents.js';
import { config } from '../../patterns/settings.js';
import { seeded } from '../../support/seeded.js';
import { createRandom } from './chance.js';
import { type Night, type Noise, naiveHours, nightOf, type Place, raised } from './hours.js';
import { percent, type Row } from './rows.js';

const calm: Noise = { traffic: 0, day: 0, own: 0, run: 0 };
const usual: Noise = { traffic: 0.3, day: 0.2, own: 0.3, run: 0 };
const noises: Record<string, Noise> = {
  'chance alone': calm,
  'days differ': usual,
  'hours of a day differ, too': { ...usual, traffic: 0.5, run: 0.4 },
};
const nightWith = (noise: Noise, more: Partial<Night> = {}): Night => ({
  sessions: 20_000,
  intents: 40,
  days: 28,
  rate: 0.4,
  noise,
  ...more,
});
const find = (sessions: readonly SessionSummary[]) =>
  timeOfDayFailure.find({ results: [], sessions }, config);
const overlaps = (window: Window | undefined, from: number, to: number): boolean =>
  window !== undefined && window.from < to && (window.to > from || window.to < window.from);
const perNight = (n: number, replays: number): string => (n / replays).toFixed(3);

/** Nights without an effect, and nights with one outage day. */
export function falseAlarms(replays: number): Row[] {
  const down =
    (from: number, to: number) =>
    (rate: number, { day, hour }: Place) =>
      day === 9 && hour >= from && hour < to ? 0.97 : rate;
  const effects: Record<string, (rate: number, place: Place) => number> = {
    'no effect': (rate) => rate,
    'an outage of four hours': down(11, 15),
    'an outage of twelve hours': down(8, 20),
  };
  const rows: Record<string, unknown>[] = [];
  for (const [noise, variation] of Object.entries(noises)) {
    for (const [planted, effect] of Object.entries(effects)) {
      if (variation === calm && planted !== 'no effect') continue;
      const random = createRandom(seeded(21));
      let [tickets, nights, naive, naive20, touching, dated, invented] = [0, 0, 0, 0, 0, 0, 0];
      for (let i = 0; i < replays; i++) {
        const sessions = nightOf(nightWith(variation), random, effect);
        const { patterns } = find(sessions);
        tickets += patterns.length;
        if (patterns.length > 0) nights++;
        if (patterns.some(({ window }) => overlaps(window, 8, 20))) touching++;
        const days = new Set(incidents(sessions).map(({ day }) => day));
        if (days.has('2026-03-11')) dated++;
        if ([...days].some((day) => day !== '2026-03-11')) invented++;
        naive += naiveHours(sessions, 5);
        naive20 += naiveHours(sessions, 20);
      }
      rows.push({
        noise,
        planted,
        'tickets a night (limit 0.2; outage 0)': perNight(tickets, replays),
        'nights with a ticket': nights,
        'of them in the daytime': touching,
        'outage dated as an incident': planted === 'no effect' ? '' : percent(dated, replays),
        'nights with an invented incident': percent(invented, replays),
        'naive, 5 sessions': perNight(naive, replays),
        'naive, 20 sessions': perNight(naive20, replays),
      });
    }
  }
  return rows;
}

/** Nights in which three hours of the fourth-largest intent fail twice as often. */
export function doublings(replays: number): Row[] {
  const rows: Record<string, unknown>[] = [];
  for (const rate of [0.4, 0.2]) {
    for (const [noise, variation] of Object.entries(noises)) {
      const random = createRandom(seeded(22));
      let [hits, others] = [0, 0];
      for (let i = 0; i < replays; i++) {
        const sessions = nightOf(nightWith(variation, { rate }), random, (same, at) =>
          at.intent === 3 && at.hour >= 9 && at.hour < 12 ? Math.min(1, 2 * same) : same,
        );
        const { patterns } = find(sessions);
        const own = patterns.filter(
          ({ intent, window }) => intent === 'intent_3' && overlaps(window, 9, 12),
        );
        if (own.length > 0) hits++;
        others += patterns.length - own.length;
      }
      rows.push({
        noise,
        rate,
        'found (limit 90 %)': percent(hits, replays),
        'other tickets a night': perNight(others, replays),
      });
    }
  }
  return rows;
}

/** Whether the smallest effect that a night announces is found when it is there. */
export function announcements(replays: number): Row[] {
  const rows: Record<string, unknown>[] = [];
  const asked = [
    { intent: 'largest', place: 0, rate: 0.4 },
    { intent: 'tenth', place: 9, rate: 0.4 },
    { intent: 'tenth', place: 9, rate: 0.2 },
  ];
  for (const { intent, place, rate } of asked) {
    for (const [noise, variation] of Object.entries(noises).slice(0, 2)) {
      const random = createRandom(seeded(23));
      const night = nightWith(variation, { rate });
      const announced: number[] = [];
      let [none, found] = [0, 0];
      for (let i = 0; i < replays; i++) {
        const effect = find(nightOf(night, random)).timeOfDay?.smallestEffect[place];
        // Where nothing short of certain failure would be seen, there is nothing to plant.
        if (!effect || effect.detectableRate >= 0.98) none++;
        else {
          announced.push(effect.detectableRate / effect.baseRate);
          const { patterns } = find(nightOf(night, random, raised(effect)));
          if (patterns.some((pattern) => pattern.intent === effect.intent)) found++;
        }
      }
      announced.sort((a, b) => a - b);
      rows.push({
        noise,
        rate,
        intent,
        'announced (times the rate, median)': announced[announced.length >> 1]?.toFixed(2),
        'nothing announced': none,
        'found at that effect (announced: 80 %)': percent(found, announced.length),
      });
    }
  }
  return rows;
}
