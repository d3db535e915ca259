/** Nights of bot sessions in which it is known whether, when and how much more some hours fail. */

import type { SessionSummary } from '../../../src/domain/journey.js';
import type { Report } from '../../../src/domain/report.js';
import { addDays } from '../../../src/lib/calendar.js';
import { hasDay, hasHour } from '../../../src/lib/hours.js';
import { drawer, type Random } from './chance.js';

export interface Noise {
  /** Coefficients of variation of an intent's sessions of a day. */
  traffic: number;
  /** Of the odds of failure: of a day of the whole bot, of a day of one intent, of three hours of the whole bot. */
  day: number;
  own: number;
  run: number;
}

export interface Night {
  sessions: number;
  intents: number;
  days: number;
  /** Rate of failure without noise. */
  rate: number;
  noise: Noise;
}

export interface Place {
  intent: number;
  day: number;
  hour: number;
  weekend: boolean;
}

/** A Monday. */
const firstDay = '2026-03-02';
const traffic = [1.15, 1.05, 1, 1, 1.1, 0.65, 0.5];
const odds = [1.25, 1, 1, 1, 1.15, 0.8, 0.8];

/** @param effect rate of failure at a place, of the rate there without any effect */
export function nightOf(
  { sessions, intents, days, rate, noise }: Night,
  random: Random,
  effect: (rate: number, place: Place) => number = (same) => same,
): SessionSummary[] {
  const { uniform, poisson, wobble } = random;
  const sizes = Array.from({ length: intents }, (_, i) => 1 / (i + 3));
  const whole = sizes.reduce((a, b) => a + b, 0) * days;
  const hourOf = Array.from({ length: intents }, () =>
    drawer(hoursOfDay(12 + 3 * uniform()), random),
  );
  const found: SessionSummary[] = [];
  for (let day = 0; day < days; day++) {
    const weekday = day % 7;
    const weekend = weekday > 4;
    const common = wobble(noise.day) * (odds[weekday] ?? 1);
    const runs = Array.from({ length: 8 }, () => wobble(noise.run));
    sizes.forEach((size, intent) => {
      const mean = (sessions * size * (traffic[weekday] ?? 1)) / whole / 0.92;
      const own = (rate / (1 - rate)) * common * wobble(noise.own);
      for (let n = poisson(mean * wobble(noise.traffic)); n > 0; n--) {
        const hour = hourOf[intent]?.() ?? 0;
        const chance = own * (runs[Math.floor(hour / 3)] ?? 1);
        const failing = effect(chance / (1 + chance), { intent, day, hour, weekend });
        found.push({
          day: addDays(firstDay, day),
          hour,
          intent: `intent_${intent}`,
          outcome: uniform() < failing ? 'escalated' : 'contained',
          channel: 'chat',
          backendError: false,
        });
      }
    });
  }
  return found;
}

/** Plants the announced rate in its hours; in odds, so that noisy days stay noisy and no rate passes 1. */
export function raised({
  intent,
  window,
  baseRate,
  detectableRate,
}: Report['timeOfDay']['smallestEffect'][number]) {
  const ratio = detectableRate / (1 - detectableRate) / (baseRate / (1 - baseRate));
  return (rate: number, at: Place): number => {
    const isThere = hasDay(window.days, at.weekend) && hasHour(window, at.hour);
    if (!isThere || `intent_${at.intent}` !== intent) return rate;
    const raisedOdds = (rate / (1 - rate)) * ratio;
    return raisedOdds / (1 + raisedOdds);
  };
}

const hoursOfDay = (peak: number): number[] =>
  Array.from({ length: 24 }, (_, hour) => 0.15 + Math.exp(-(((hour - peak) / 4.5) ** 2)));

/**
 * What a dashboard does: each hour of each intent against its other hours, two shares, 5 % two-sided.
 * @param fewest sessions in the hour
 * @returns hours that "fail more"
 */
export function naiveHours(sessions: readonly SessionSummary[], fewest: number): number {
  const counts = new Map<string, { n: number; failed: number }>();
  const all = new Map<string, { n: number; failed: number }>();
  for (const { intent = '', hour, outcome } of sessions) {
    for (const [map, key] of [
      [counts, `${intent}/${hour}`],
      [all, intent],
    ] as const) {
      const count = map.get(key) ?? { n: 0, failed: 0 };
      map.set(key, count);
      count.n++;
      if (outcome !== 'contained') count.failed++;
    }
  }
  return [...counts].filter(([key, { n, failed }]) => {
    const whole = all.get(key.slice(0, key.indexOf('/'))) ?? { n: 0, failed: 0 };
    const others = { n: whole.n - n, failed: whole.failed - failed };
    const pooled = whole.failed / whole.n;
    const error = Math.sqrt(pooled * (1 - pooled) * (1 / n + 1 / others.n));
    return n >= fewest && (failed / n - others.failed / others.n) / error > 1.96;
  }).length;
}
