/** Which tickets people get to read: those that are surely worth something, and no more than they can act on. */
import type { Ticket } from '../domain/ticket.js';

/** Ten minutes a month; a tenth of what reading and repairing one costs. */
const minutesPerWeek = 10 / (365.25 / 12 / 7);
/** Fewer journeys, or days, may be one customer or one bad afternoon. */
const fewestJourneys = 5;
const fewestDays = 3;
/** Five a week for each of the owners' teams, and some to choose from. */
const most = 25;

/**
 * @param tickets in order of rank
 * @param claimOf where more deserve to be listed than people can read, those with the highest are
 */
export function withListed(
  tickets: readonly Ticket[],
  daysOf: (ticket: Ticket) => number,
  claimOf: (ticket: Ticket) => number,
): Ticket[] {
  const deserving = tickets.filter(
    (ticket) =>
      ticket.status !== 'dismissed' &&
      ticket.beyondUsual &&
      ticket.journeys >= fewestJourneys &&
      daysOf(ticket) >= fewestDays &&
      ticket.value.interval[0] >= minutesPerWeek,
  );
  const listed = new Set(deserving.sort((a, b) => claimOf(b) - claimOf(a)).slice(0, most));
  return tickets.map((ticket) => ({ ...ticket, listed: listed.has(ticket) }));
}
