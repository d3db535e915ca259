/** The smallest rise that the scan would have seen, for the intents with most sessions. */
import type { Report } from '../domain/report.js';
import { minimumDetectableRate } from '../stats/minimum-detectable-rate.js';
import type { Scored } from './scan.js';

const shown = 10;
/** The window that the answer is for: three hours of weekdays (of all days where there are no weekdays). */
const typicalHours = 3;

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
    .slice(0, shown)
    .map(({ intent, typical }) => {
      const { inside, outside, dispersion, window } = typical;
      const baseRate = outside.failed / Math.max(1, outside.sessions);
      const question = { baseRate, exposed: inside.sessions, others: outside.sessions };
      const detectableRate = minimumDetectableRate({ ...question, alpha, dispersion });
      return { intent, window, baseRate, detectableRate };
    });
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
