/** How many of a cause's handoffs would not happen once it is repaired. */
import type { SessionSummary } from '../domain/journey.js';
import type { Cause } from '../domain/ticket.js';
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

/** Sessions, and those that the bot finished, of each intent and in all. */
interface Counts {
  all: Finished;
  byIntent: ReadonlyMap<string, Finished>;
}
interface Finished {
  n: number;
  contained: number;
}

/**
 * A window's handoffs beyond the rate of other hours; of any other cause, as many as the bot finishes of its other
 * sessions. 1 where the data hold no session that the bot finished. In the causes' order.
 */
export function avoidableShares(
  causes: readonly Cause[],
  sessions: readonly SessionSummary[],
): Avoidable[] {
  const counts = countFinished(sessions);
  return causes.map(({ category, intent, window }) => {
    if (remedies[category].spares === 'effort') return { share: 1, note: '' };
    if (window) return beyondOtherHours(window, intent, sessions);
    const own = category === 'dead_end_intent' ? counts.byIntent.get(intent ?? '') : undefined;
    const contained = counts.all.contained - (own?.contained ?? 0);
    if (contained === 0) return certain;
    const share = contained / (counts.all.n - (own?.n ?? 0));
    return { share, note: `as the bot finishes ${Math.round(100 * share)} % of its sessions` };
  });
}

function countFinished(sessions: readonly SessionSummary[]): Counts {
  const all = { n: 0, contained: 0 };
  const byIntent = new Map<string, Finished>();
  for (const { intent, outcome } of sessions) {
    const own = byIntent.get(intent ?? '') ?? { n: 0, contained: 0 };
    byIntent.set(intent ?? '', own);
    for (const count of [all, own]) {
      count.n++;
      if (outcome === 'contained') count.contained++;
    }
  }
  return { all, byIntent };
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
