/** A session as a log or the store has it, as one that escalates. */
import type { Session } from '../domain/conversation.js';
import type { BotSessionRecord } from '../domain/records.js';
import type { EscalatingSession } from '../domain/screen-pop.js';

/** From a log: values as the bot holds them. */
export function ofRecord({ session_id, handoff, turns }: BotSessionRecord): EscalatingSession {
  return {
    sessionId: session_id,
    ...(handoff?.reason && { reason: handoff.reason }),
    turns: inOrder(turns, ({ at }) => Date.parse(at)).map(
      ({ actor, text, intent, slots, asks_for, action, error }) => ({
        actor,
        ...(text !== undefined && { text }),
        ...(intent && { intent }),
        ...(slots && { slots: mapValues(slots, valueText) }),
        ...(asks_for !== undefined && { asksFor: asks_for }),
        ...(action !== undefined && { action }),
        ...(error !== undefined && { error }),
      }),
    ),
  };
}

/** From the store, which keeps no values: a slot shows the redacted words that it was heard in, where it was heard in any. */
export function ofStored({ sessionId, handoff, turns }: Session): EscalatingSession {
  return {
    sessionId,
    ...(handoff?.reason && { reason: handoff.reason }),
    turns: turns.map(({ actor, text, intent, slots, asksFor, action, error }) => ({
      actor,
      ...(text !== undefined && { text }),
      ...(intent && { intent }),
      ...(slots && {
        slots: mapValues(slots, ({ digest, span }) =>
          digest === null
            ? null
            : ((span && text?.slice(...span)) ?? `⟨held:${digest.slice(0, 6)}⟩`),
        ),
      }),
      ...(asksFor !== undefined && { asksFor }),
      ...(action !== undefined && { action }),
      ...(error !== undefined && { error }),
    })),
  };
}

const inOrder = <T>(turns: readonly T[], at: (turn: T) => number): T[] =>
  [...turns].sort((a, b) => at(a) - at(b));

const mapValues = <T, V>(
  from: Readonly<Record<string, T>>,
  to: (value: T) => V,
): Record<string, V> =>
  Object.fromEntries(Object.entries(from).map(([name, value]) => [name, to(value)]));

function valueText(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
