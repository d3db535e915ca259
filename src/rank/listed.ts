/** Which tickets people get to read: those that are surely worth something, and no more than they can act on. */
import type { Ticket } from '../domain/ticket.js';
import { weeksAMonth } from '../lib/calendar.js';
import {
  fewestDaysListed,
  fewestJourneysListed,
  leastMinutesAMonth,
  mostListed,
} from './settings.js';

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
      ticket.journeys >= fewestJourneysListed &&
      daysOf(ticket) >= fewestDaysListed &&
      ticket.value.interval[0] >= leastMinutesAMonth / weeksAMonth,
  );
  const listed = new Set(deserving.sort((a, b) => claimOf(b) - claimOf(a)).slice(0, mostListed));
  return tickets.map((ticket) => ({ ...ticket, listed: listed.has(ticket) }));
}
