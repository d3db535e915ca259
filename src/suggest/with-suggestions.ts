/** Tickets with what is suggested for them, and what people made of it. */
import type { Decision, Suggestion } from '../domain/suggestion.js';
import type { Ticket } from '../domain/ticket.js';

/**
 * What a person accepted of a ticket's suggestions makes it one that is accepted, until its release is reported: also when the training data has it, and it
 * is suggested no more.
 */
export function withSuggestions(
  tickets: readonly Ticket[],
  suggestions: readonly Suggestion[],
  decisions: readonly Decision[],
): Ticket[] {
  const accepted = new Set(
    decisions.flatMap(({ review, approved }) =>
      approved && taken.has(review.decision) ? approved.ticket : [],
    ),
  );
  return tickets.map((ticket) => {
    const own = suggestions.filter((one) => one.ticket === ticket.id);
    const isAccepted =
      isUndecided(ticket) &&
      (accepted.has(ticket.id) || own.some(({ review }) => taken.has(review.decision)));
    return {
      ...ticket,
      ...(isAccepted && { status: 'accepted' }),
      suggestions: own.map(({ id }) => id),
    };
  });
}

const taken = new Set<Suggestion['review']['decision']>(['accepted', 'edited']);
const isUndecided = ({ status }: Ticket): boolean => status === 'new' || status === 'open';
