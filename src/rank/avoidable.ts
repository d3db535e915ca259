/** How many of a cause's handoffs would not happen once it is repaired. */
import type { JourneyResult, SessionSummary } from '../domain/journey.js';
import type { Cause } from '../domain/ticket.js';
import { betaPrior, shrinkShare } from '../stats/beta-binomial.js';
import { remedies } from './remedies.js';

export interface Avoidable {
  /** 0 to 1. */
  share: number;
  note: string;
}

const certain: Avoidable = {
  share: 1,
  note: 'if the bot then finished all of them: what it finishes is not in the data',
};

/** Sessions that no cause brought to an agent, and those of them that the bot finished. */
interface Finished {
  n: number;
  successes: number;
}

/**
 * A window's handoffs beyond the rate of other hours; of any other cause, as many as the bot finishes of the intent's
 * sessions that no such cause took from it: repaired, a session is one of those. Intents with few are drawn towards the
 * whole bot. 1 where the data hold no session that the bot finished. In the causes' order.
 */
export function avoidableShares(
  causes: readonly Cause[],
  { results, sessions }: { results: readonly JourneyResult[]; sessions: readonly SessionSummary[] },
): Avoidable[] {
  const byIntent = countFinished(causes, results, sessions);
  const prior = betaPrior([...byIntent.values()]);
  return causes.map(({ category, intent, window }) => {
    if (remedies[category].spares === 'effort') return { share: 1, note: '' };
    if (window) return beyondOtherHours(window, intent, sessions);
    if (prior === null || [...byIntent.values()].every(({ successes }) => successes === 0))
      return certain;
    const own = byIntent.get(intent ?? '');
    const { share } = shrinkShare(own?.successes ?? 0, own?.n ?? 0, prior);
    return { share, note: `as the bot finishes ${Math.round(100 * share)} % of its sessions` };
  });
}

function countFinished(
  causes: readonly Cause[],
  results: readonly JourneyResult[],
  sessions: readonly SessionSummary[],
): Map<string, Finished> {
  const counts = new Map<string, Finished>();
  const of = (intent = ''): Finished => {
    const own = counts.get(intent) ?? { n: 0, successes: 0 };
    counts.set(intent, own);
    return own;
  };
  for (const { intent, outcome } of sessions) {
    of(intent).n++;
    if (outcome === 'contained') of(intent).successes++;
  }
  const taken = new Set(
    causes.flatMap((cause) =>
      remedies[cause.category].spares === 'handoff' ? cause.sessions : [],
    ),
  );
  for (const { session, botIntent } of results) if (taken.has(session)) of(botIntent).n--;
  // A dead end's own sessions say nothing of what it would be like repaired.
  for (const { category, intent } of causes)
    if (category === 'dead_end_intent') counts.delete(intent ?? '');
  for (const own of counts.values()) own.n = Math.max(own.n, own.successes);
  return counts;
}

function beyondOtherHours(
  { days, from, to }: NonNullable<Cause['window']>,
  intent: string | undefined,
  sessions: readonly SessionSummary[],
): Avoidable {
  const inside = { n: 0, failed: 0 };
  const outside = { n: 0, failed: 0 };
  for (const session of sessions) {
    if (intent !== undefined && session.intent !== intent) continue;
    if (days !== 'all' && (days === 'weekend') !== session.weekend) continue;
    const { hour } = session;
    const held = from < to ? hour >= from && hour < to : hour >= from || hour < to;
    const side = held ? inside : outside;
    side.n++;
    if (session.outcome !== 'contained') side.failed++;
  }
  if (inside.failed === inside.n && outside.failed === outside.n) return certain;
  const usual = outside.failed / Math.max(1, outside.n);
  const share = Math.max(0, 1 - (usual * inside.n) / Math.max(1, inside.failed));
  return { share, note: `${Math.round(100 * share)} % of them beyond the rate of other hours` };
}
