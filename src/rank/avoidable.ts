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

/**
 * A window's handoffs beyond the rate of other hours; of any other cause, as many as the bot finishes of its other
 * sessions. 1 where the data hold no session that the bot finished.
 */
export function avoidableShare(cause: Cause, sessions: readonly SessionSummary[]): Avoidable {
  if (remedies[cause.category].spares === 'effort') return { share: 1, note: '' };
  if (cause.window) return beyondOtherHours(cause.window, cause.intent, sessions);
  const others =
    cause.category === 'dead_end_intent'
      ? sessions.filter(({ intent }) => intent !== cause.intent)
      : sessions;
  const contained = others.filter(({ outcome }) => outcome === 'contained').length;
  if (contained === 0) return certain;
  const share = contained / others.length;
  return { share, note: `as the bot finishes ${Math.round(100 * share)} % of its sessions` };
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
