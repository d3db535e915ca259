/** All failures of some hours against those of the other hours of the same days. */
import type { Window } from '../domain/ticket.js';
import { hasDay } from '../lib/hours.js';
import { excessPValue } from '../stats/cochran-mantel-haenszel.js';
import { hypergeometric } from '../stats/hypergeometric.js';
import { type Hours, wholeDay, within } from './hours.js';
import { agreementLevel, worthwhileOdds } from './settings.js';

interface Failures {
  sessions: number;
  failed: number;
}

export interface Compared {
  here: Failures;
  there: Failures;
  /** Failures of the hours beyond what chance would put there, and its variance; summed over days and intents. */
  excess: number;
  variance: number;
}

/** @param intent null: all of them, each compared with itself */
export function compareHours(
  intent: string | null,
  window: Window,
  { days, intents }: Hours,
): Compared {
  const found: Compared = {
    here: { sessions: 0, failed: 0 },
    there: { sessions: 0, failed: 0 },
    excess: 0,
    variance: 0,
  };
  for (const counts of intents) {
    if (intent !== null && counts.intent !== intent) continue;
    days.forEach(({ weekend }, day) => {
      if (!hasDay(window.days, weekend)) return;
      const total = wholeDay(counts.sessions, day);
      const failed = wholeDay(counts.failed, day);
      const exposed = within(counts.sessions, day, window.from, window.to);
      const both = within(counts.failed, day, window.from, window.to);
      const { expected, variance } = hypergeometric({ exposed, failed, total });
      found.here.sessions += exposed;
      found.here.failed += both;
      found.there.sessions += total - exposed;
      found.there.failed += failed - both;
      found.excess += variance > 0 ? both - expected : 0;
      found.variance += variance;
    });
  }
  return found;
}

const odds = ({ sessions, failed }: Failures): number => (failed + 0.5) / (sessions - failed + 0.5);

/** More fail than at the other hours, by enough to matter and hardly by chance. */
export function failsMore({ here, there, excess, variance }: Compared): boolean {
  return (
    odds(here) >= worthwhileOdds * odds(there) &&
    excessPValue(excess, variance, 1) <= agreementLevel
  );
}
