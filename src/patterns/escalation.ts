/** Which intents nearly always end with an agent. */
import type { CohortConfig } from '../domain/config.js';
import type { OwnerFigures } from '../domain/figures.js';
import type { SessionSummary } from '../domain/journey.js';
import { shrinkShare } from '../stats/beta-binomial.js';
import { wilsonInterval } from '../stats/wilson-interval.js';
import { clearlyAbove, deadEndLevel, likelyShare } from './settings.js';

export interface Escalation {
  intent: string;
  sessions: number;
  escalated: number;
  share: number;
  /** Bound below which the share surely does not lie. */
  atLeast: number;
  /** Share of all the other sessions that escalates. */
  others: number;
}

/** Of whom the bot helped or handed over; who left may have been on the way to either. */
const ended = (sessions: readonly SessionSummary[]): SessionSummary[] =>
  sessions.filter(({ outcome }) => outcome !== 'abandoned');

/** Every intent's sessions, most first; ties by name. */
function escalations(sessions: readonly SessionSummary[]): Escalation[] {
  const counts = new Map<string, { sessions: number; escalated: number }>();
  let escalated = 0;
  for (const { intent, outcome } of sessions) {
    const gone = outcome === 'escalated' ? 1 : 0;
    escalated += gone;
    if (intent === undefined) continue;
    const known = counts.get(intent) ?? { sessions: 0, escalated: 0 };
    known.sessions++;
    known.escalated += gone;
    counts.set(intent, known);
  }
  return [...counts]
    .map(([intent, count]) => ({
      intent,
      ...count,
      share: count.escalated / count.sessions,
      atLeast: wilsonInterval(count.escalated, count.sessions, deadEndLevel)[0],
      others: (escalated - count.escalated) / Math.max(1, sessions.length - count.sessions),
    }))
    .sort((a, b) => b.sessions - a.sessions || (a.intent < b.intent ? -1 : 1));
}

/** Every share is as likelyShare as any other before its sessions are counted. */
const flat = { alpha: 1, beta: 1 };

/**
 * Intents that escalate at least the configured share with a posterior probability of .8 (144 of 154 are a dead end, 22 of 25
 * may be chance), and surely more than the rest of the bot. Sessions that the customer left say nothing of how they would have ended.
 */
export function deadEnds(
  all: readonly SessionSummary[],
  { deadEndShare, deadEndMinimum }: CohortConfig,
): Escalation[] {
  const sessions = ended(all);
  return escalations(sessions).filter(
    (intent) =>
      intent.sessions >= deadEndMinimum &&
      intent.sessions < sessions.length &&
      shrinkShare(intent.escalated, intent.sessions, flat, likelyShare).interval[0] >=
        deadEndShare &&
      intent.atLeast >= intent.others + clearlyAbove,
  );
}

export const deadEndFigures = (
  sessions: readonly SessionSummary[],
  config: CohortConfig,
): OwnerFigures['deadEnds'] =>
  deadEnds(sessions, config).map(({ intent, sessions: n, escalated, share }) => ({
    intent,
    sessions: n,
    escalated,
    share,
  }));
