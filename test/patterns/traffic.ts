/** Sessions of four weeks with a known rate of failure: for counting false alarms and missed patterns. */
import type { SessionSummary } from '../../src/domain/journey.js';
import { addDays } from '../../src/lib/calendar.js';

export interface TrafficOptions {
  sessions?: number;
  intents?: number;
  days?: number;
  random: () => number;
  /** Standard deviation, in log odds, of whole days, and of runs of three hours within a day. */
  dayNoise?: number;
  runNoise?: number;
  /** Log odds added on each weekday, Monday first. */
  season?: readonly number[];
  /** Log odds of a failure by the intent's number. */
  logit?: (intent: number) => number;
  /** Rate of failure of one session, given the rate without any effect. */
  effect?: (
    rate: number,
    at: { intent: number; hour: number; weekend: boolean; day: number },
  ) => number;
}

/** A Monday. */
const firstDay = '2026-03-02';

export function traffic(options: TrafficOptions): SessionSummary[] {
  const { random, sessions: n = 20_000, intents = 40, days = 28, dayNoise = 0 } = options;
  const { runNoise = 0, season = [], effect = (rate: number) => rate } = options;
  const { logit = () => -0.405 } = options;
  const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  const intentOf = drawer(
    Array.from({ length: intents }, (_, i) => 1 / (i + 3)),
    random,
  );
  const hourOf = drawer(
    Array.from({ length: 24 }, (_, hour) => 0.15 + Math.exp(-(((hour - 13) / 4.5) ** 2))),
    random,
  );
  const dayOf = drawer(
    Array.from({ length: days }, (_, day) => (day % 7 > 4 ? 0.6 : 1)),
    random,
  );
  const dayShift = Array.from({ length: days }, () => dayNoise * normal());
  const runShift = Array.from({ length: days * 8 }, () => runNoise * normal());
  const dates = Array.from({ length: days }, (_, day) => addDays(firstDay, day));
  const names = Array.from({ length: intents }, (_, i) => `intent_${i}`);
  return Array.from({ length: n }, () => {
    const [intent, hour, day] = [intentOf(), hourOf(), dayOf()];
    const weekend = day % 7 > 4;
    const shift = (dayShift[day] ?? 0) + (runShift[day * 8 + Math.floor(hour / 3)] ?? 0);
    const odds = Math.exp(logit(intent) + shift + (season[day % 7] ?? 0));
    const rate = effect(odds / (1 + odds), { intent, hour, weekend, day });
    return {
      day: dates[day] ?? '',
      hour,
      intent: names[intent] ?? '',
      outcome: random() < rate ? 'escalated' : 'contained',
      channel: 'chat',
      backendError: false,
    } as const;
  });
}

/** Draws by weight from a table of a thousand places and more. */
function drawer(weights: readonly number[], random: () => number): () => number {
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  const table = weights.flatMap((weight, i) =>
    new Array<number>(Math.max(1, Math.round((2000 * weight) / all))).fill(i),
  );
  return () => table[Math.floor(random() * table.length)] ?? 0;
}
