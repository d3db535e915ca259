/** The smallest rise that the scan would have seen, for the intents with most sessions. */
import type { Report } from '../domain/report.js';
import { minimumDetectableRate } from '../stats/minimum-detectable-rate.js';
import { affectedDays, type Scored, sum } from './scan.js';
import { intentsShown, typicalHours } from './settings.js';

const lengthOf = ({ window: { from, to } }: Scored): number => (to - from + 24) % 24;

/** @param alpha one-sided level at which the night called a window */
export function smallestEffects(
  scored: readonly Scored[],
  alpha: number,
): Report['timeOfDay']['smallestEffect'] {
  const byIntent = new Map<string, Scored[]>();
  for (const one of scored) {
    if (one.intent === null || lengthOf(one) !== typicalHours) continue;
    byIntent.set(one.intent, [...(byIntent.get(one.intent) ?? []), one]);
  }
  return [...byIntent]
    .map(([intent, windows]) => ({ intent, typical: typicalOf(windows) }))
    .sort((a, b) => size(b.typical) - size(a.typical) || (a.intent < b.intent ? -1 : 1))
    .slice(0, intentsShown)
    .map(({ intent, typical }) => {
      const { outside, dispersion, window } = typical;
      const baseRate = outside.failed / Math.max(1, outside.sessions);
      const question = { baseRate, ...comparedIn(typical), alpha, dispersion };
      return { intent, window, baseRate, detectableRate: minimumDetectableRate(question) };
    });
}

/**
 * What the comparison within days leaves of the counts: a day on which nearly all sessions fall into the window, or on
 * which nothing or all fails, compares little or nothing. And the days of which the best is left out.
 */
function comparedIn(typical: Scored): { exposed: number; others: number; strata: number } {
  const { inside, outside, variance } = typical;
  const all = inside.sessions + outside.sessions;
  const rate = (inside.failed + outside.failed) / Math.max(1, all);
  const atOnce = (rate * (1 - rate) * inside.sessions * outside.sessions) / Math.max(1, all);
  const share = Math.min(1, sum(variance) / Math.max(1e-9, atOnce));
  const { compared } = affectedDays(typical);
  return { exposed: share * inside.sessions, others: share * outside.sessions, strata: compared };
}

const size = ({ inside, outside }: Scored): number => inside.sessions + outside.sessions;

/** The window with the middling number of sessions: neither the rush hour nor the night. */
function typicalOf(windows: Scored[]): Scored {
  const weekdays = windows.filter(({ window }) => window.days === 'weekdays');
  const list = [...(weekdays.length > 0 ? weekdays : windows)].sort(
    (a, b) => a.inside.sessions - b.inside.sessions || a.window.from - b.window.from,
  );
  return list[Math.floor(list.length / 2)] as Scored;
}
