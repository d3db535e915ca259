/** Suggestions of an earlier night stand while nothing that they rest on has changed, so that whoever reviews them finds them as they were. */
import type { Config } from '../../domain/config.js';
import type { Decision } from '../../domain/suggestion.js';
import type { Ticket } from '../../domain/ticket.js';
import { contentHash } from '../../lib/content-hash.js';
import type { KeptSuggestions, SuggestBasis } from '../../store/store.js';
import { inReadingOrder } from '../../suggest/reading-order.js';
import { withSuggestions } from '../../suggest/suggest.js';
import type { SuggestedNight } from '../so-far.js';

/** What suggestions rest on beside their tickets' journeys. */
export interface Grounds {
  /** What the journeys were judged by, and all that hangs on. */
  judgedBy: string;
  settings: Config['suggest'];
  decisions: readonly Decision[];
}

/** @param tickets those that suggestions were asked for */
export const basisOf = (grounds: Grounds, tickets: readonly Ticket[]): SuggestBasis => ({
  source: contentHash(grounds),
  tickets: tickets.map(({ id }) => id).sort(),
});

/** Whether the same would rest on it, and nothing is asked for that nothing was sought for. */
export function stands(
  { record: { basis, faults } }: Pick<KeptSuggestions, 'record'>,
  tonight: SuggestBasis,
): boolean {
  if (!basis || basis.source !== tonight.source || faults.length > 0) return false;
  const sought = new Set(basis.tickets);
  return tonight.tickets.every((id) => sought.has(id));
}

/** In tonight's order; those of tickets that are gone go, too. @param ranked tonight's tickets */
export function standing(
  { record, suggestions }: KeptSuggestions,
  ranked: readonly Ticket[],
): SuggestedNight {
  const ranks = new Map(ranked.map(({ id }, i) => [id, i]));
  const byId = new Map(suggestions.map((one) => [one.id, one]));
  const left = record.order
    .flatMap((id) => byId.get(id) ?? [])
    .filter(({ ticket }) => ranks.has(ticket));
  const ordered = inReadingOrder(left, (ticket) => ranks.get(ticket) ?? ranks.size);
  const tickets = withSuggestions(ranked, ordered);
  return {
    suggested: { suggestions: ordered, labelNoise: record.labelNoise, tickets },
    suggestFaults: [],
    ...(record.basis && { suggestBasis: record.basis }),
  };
}
