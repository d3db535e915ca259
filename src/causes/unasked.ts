/** Slots that customers tell unasked and the bot never asks for: its question is what is missing, and not its hearing. */
import type { JourneyResult } from '../domain/journey.js';
import type { Cause } from '../domain/ticket.js';

const nameOf = ({ intent, slot }: Cause): string => JSON.stringify([intent, slot]);

/** Whether a cause of values that were not caught is of a slot that the bot leaves out, as more journeys without it show. */
export function toldUnasked(
  causes: readonly Cause[],
  results: readonly JourneyResult[],
): (cause: Cause) => boolean {
  const byId = new Map(results.map((result) => [result.session, result]));
  const missed = new Map(
    causes
      .filter(({ category }) => category === 'missed_slot')
      .map((cause) => [nameOf(cause), cause.sessions.length]),
  );
  const wasAsked = (session: string, slot: string | undefined): boolean =>
    byId
      .get(session)
      ?.ledger.some((entry) => entry.slot === slot && entry.bot === 'asked_not_captured') === true;
  return (cause) => {
    const { category, sessions, slot } = cause;
    if (category !== 'uncaptured_slot') return false;
    if ((missed.get(nameOf(cause)) ?? 0) < sessions.length) return false;
    return 2 * sessions.filter((session) => wasAsked(session, slot)).length < sessions.length;
  };
}
