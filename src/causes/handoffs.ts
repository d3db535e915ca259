/** Why the bot handed over in the journeys of a repair, and with which words. */
import type { JourneyResult } from '../domain/journey.js';
import type { Repair } from '../domain/ticket.js';

/** Names, numbers and amounts differ from customer to customer; the sentence does not. */
const wordingOf = (text: string): string =>
  text
    .toLowerCase()
    .replace(/⟨[^⟩]*⟩|\d[\d.,:/-]*/g, '#')
    .replace(/\s+/g, ' ')
    .trim();

export function handoffsOf(
  sessions: readonly string[],
  results: ReadonlyMap<string, JourneyResult>,
): Pick<Repair, 'handoffReasons' | 'lastWords'> {
  const own = sessions.flatMap((session) => results.get(session)?.handoff ?? []);
  const reasons = countsOf(own.map(({ reason }) => reason));
  const texts = own.flatMap(({ lastWords }) => lastWords?.text ?? []);
  const [wording] = countsOf(texts.map(wordingOf));
  const text = wording && texts.find((one) => wordingOf(one) === wording.value);
  return {
    handoffReasons: reasons.map(({ value: reason, n: journeys }) => ({ reason, journeys })),
    ...(text !== undefined && wording && { lastWords: { text, journeys: wording.n } }),
  };
}

/** Most frequent first; ties by value. */
function countsOf<T extends string>(values: readonly T[]): { value: T; n: number }[] {
  const counts = new Map<T, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts]
    .map(([value, n]) => ({ value, n }))
    .sort((a, b) => b.n - a.n || (a.value < b.value ? -1 : 1));
}
