/** Suggestions of an earlier night stand while nothing that they rest on has changed, so that whoever reviews them finds them as they were. */
import type { Config } from '../../domain/config.js';
import type { Decision } from '../../domain/suggestion.js';
import type { Ticket } from '../../domain/ticket.js';
import { contentHash } from '../../lib/content-hash.js';
import type { KeptSuggestions, SuggestBasis } from '../../store/store.js';
import { inReadingOrder } from '../../suggest/reading-order.js';
import type { StillProposed } from '../../suggest/suggest.js';
import { withSuggestions } from '../../suggest/with-suggestions.js';
import type { SuggestedNight } from '../so-far.js';

/** What suggestions rest on beside their tickets' journeys. */
export interface Grounds {
  /** What the journeys were judged by, and all that depends on. */
  judgedBy: string;
  settings: Config['suggest'];
  decisions: readonly Decision[];
}

/** @param tickets those that suggestions were asked for */
export const basisOf = (grounds: Grounds, tickets: readonly Ticket[]): SuggestBasis => ({
  source: contentHash(grounds),
  tickets: tickets.map(({ id }) => id).sort(),
});

/** Whether the same would rest on it: then nothing is sought but for tickets that nothing was sought for. */
export const isStillBased = (
  { record: { basis, faults } }: Pick<KeptSuggestions, 'record'>,
  tonight: SuggestBasis,
): boolean => basis?.source === tonight.source && faults.length === 0;

/** Whether all was sought for before. */
export function isSought({ record }: Pick<KeptSuggestions, 'record'>, { tickets }: SuggestBasis) {
  const sought = new Set(record.basis?.tickets);
  return tickets.every((id) => sought.has(id));
}

/** @returns the suggestions of tickets that are still there, and all tickets that were sought for */
export function stillProposed(
  { record, suggestions }: KeptSuggestions,
  ranked: readonly Ticket[],
): StillProposed {
  const present = new Set(ranked.map(({ id }) => id));
  const byId = new Map(suggestions.map((one) => [one.id, one]));
  const left = record.order
    .flatMap((id) => byId.get(id) ?? [])
    .filter(({ ticket }) => present.has(ticket));
  return { tickets: record.basis?.tickets ?? [], suggestions: left };
}

/**
 * What stands and what was sought for tonight, in tonight's order.
 * @param ranked tonight's tickets
 * @param found null where nothing was sought for
 */
export function together(
  { record }: KeptSuggestions,
  { tickets: sought, suggestions: left }: StillProposed,
  ranked: readonly Ticket[],
  found: Pick<SuggestedNight, 'suggested' | 'suggestFaults'> | null,
  { source, tickets: asked }: SuggestBasis,
  decisions: readonly Decision[],
): SuggestedNight {
  const ranks = new Map(ranked.map(({ id }, i) => [id, i]));
  const suggestions = inReadingOrder(
    [...left, ...(found?.suggested.suggestions ?? [])],
    (ticket) => ranks.get(ticket) ?? ranks.size,
  );
  return {
    suggested: {
      suggestions,
      labelNoise: record.labelNoise,
      tickets: withSuggestions(ranked, suggestions, decisions),
    },
    suggestFaults: found?.suggestFaults ?? [],
    // What was sought for stays known, so that the next night need not seek again.
    suggestBasis: { source, tickets: [...new Set([...sought, ...asked])].sort() },
  };
}
