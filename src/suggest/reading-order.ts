/** In which order a person reads suggestions. */
import type { Suggestion } from '../domain/suggestion.js';
import { reviewOrder } from './gate.js';
import { seldomReadFrom } from './settings.js';

/**
 * In the order of what their repairs are worth, for each repair what needs least thought first; what is doubted or refused
 * comes last. @param rankOf the rank of a ticket by its id, 1 first
 */
export function inReadingOrder(
  suggestions: readonly Suggestion[],
  rankOf: (ticket: string) => number,
): Suggestion[] {
  const isLast = ({ gate }: Suggestion) => Number(reviewOrder(gate) >= seldomReadFrom);
  return [...suggestions].sort(
    (a, b) =>
      isLast(a) - isLast(b) ||
      rankOf(a.ticket) - rankOf(b.ticket) ||
      reviewOrder(a.gate) - reviewOrder(b.gate),
  );
}
