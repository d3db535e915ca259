/** How many of a cause's handoffs would not happen once it is repaired. */
import { categories } from '../domain/categories.js';
import type { JourneyResult, SessionSummary } from '../domain/journey.js';
import type { Repair } from '../domain/ticket.js';
import { isWeekend } from '../lib/calendar.js';
import { hasDay, hasHour } from '../lib/hours.js';
import { betaPrior, shrinkShare } from '../stats/beta-binomial.js';
import type { CauseShares } from './attribution.js';

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
  causes: readonly Repair[],
  { results, sessions }: { results: readonly JourneyResult[]; sessions: readonly SessionSummary[] },
  held: ReadonlyMap<string, CauseShares>,
): Avoidable[] {
  const byIntent = countFinished(causes, results, sessions, held);
  const prior = betaPrior([...byIntent.values()]);
  return causes.map(({ category, intent, window }) => {
    if (categories[category].remedy.brings === 'never') return { share: 1, note: '' };
    if (window) return beyondOtherHours(window, intent, sessions);
    if (prior === null || [...byIntent.values()].every(({ successes }) => successes === 0))
      return certain;
    // What belongs to no intent is as likely finished as what the whole bot is asked.
    const own = intent === undefined ? undefined : byIntent.get(intent);
    const { share } = shrinkShare(own?.successes ?? 0, own?.n ?? 0, prior);
    return { share, note: `as the bot finishes ${Math.round(100 * share)} % of its sessions` };
  });
}

/**
 * Sessions by intent, without those that a cause took. Nobody looks into sessions that customers left; they are taken to have
 * had such a cause as often as the handoffs had.
 */
function countFinished(
  causes: readonly Repair[],
  results: readonly JourneyResult[],
  sessions: readonly SessionSummary[],
  held: ReadonlyMap<string, CauseShares>,
): Map<string, Finished> {
  const isTaken = ({ session }: JourneyResult) => (held.get(session)?.handoff.size ?? 0) > 0;
  const untaken = results.filter((one) => !isTaken(one)).length / Math.max(1, results.length);
  const counts = new Map<string, Finished>();
  const of = (intent = ''): Finished => {
    const own = counts.get(intent) ?? { n: 0, successes: 0 };
    counts.set(intent, own);
    return own;
  };
  for (const { intent, outcome } of sessions) {
    of(intent).n += outcome === 'abandoned' ? untaken : 1;
    if (outcome === 'contained') of(intent).successes++;
  }
  for (const result of results) if (isTaken(result)) of(result.botIntent).n--;
  // A dead end's own sessions say nothing of what it would be like repaired.
  for (const { category, intent } of causes)
    if (category === 'dead_end_intent') counts.delete(intent ?? '');
  for (const own of counts.values()) own.n = Math.max(own.n, own.successes);
  return counts;
}

function beyondOtherHours(
  window: NonNullable<Repair['window']>,
  intent: string | undefined,
  sessions: readonly SessionSummary[],
): Avoidable {
  const inside = { n: 0, failed: 0 };
  const outside = { n: 0, failed: 0 };
  for (const session of sessions) {
    if (intent !== undefined && session.intent !== intent) continue;
    if (!hasDay(window.days, isWeekend(session.day))) continue;
    const side = hasHour(window, session.hour) ? inside : outside;
    side.n++;
    if (session.outcome !== 'contained') side.failed++;
  }
  if (inside.failed === inside.n && outside.failed === outside.n) return certain;
  const usual = outside.failed / Math.max(1, outside.n);
  const share = Math.max(0, 1 - (usual * inside.n) / Math.max(1, inside.failed));
  return { share, note: `${Math.round(100 * share)} % of them beyond the rate of other hours` };
}
