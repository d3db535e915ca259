/** Why the bot handed over in the journeys of a repair, and with which words. */
import type { JourneyResult } from '../domain/journey.js';
import type { Repair } from '../domain/ticket.js';
import { countsOf, usualLine } from '../lib/same-line.js';

export function handoffsOf(
  sessions: readonly string[],
  results: ReadonlyMap<string, JourneyResult>,
): Pick<Repair, 'handoffReasons' | 'lastWords'> {
  const own = sessions.flatMap((session) => results.get(session)?.handoff ?? []);
  const reasons = countsOf(own.map(({ reason }) => reason));
  const line = usualLine(own.flatMap(({ closing }) => closing?.at(-1)?.text ?? []));
  return {
    handoffReasons: reasons.map(({ value: reason, n: journeys }) => ({ reason, journeys })),
    ...(line && { lastWords: { text: line.text, journeys: line.n } }),
  };
}
