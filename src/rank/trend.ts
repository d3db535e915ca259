import type { JourneyResult } from '../domain/journey.js';
import type { Ticket } from '../domain/ticket.js';
import { addDays } from '../lib/calendar.js';

/**
 * Journeys in the last seven local days against the seven before. `change` is relative to last week; 1 where there was
 * nothing last week and something this, 0 where there was nothing in either.
 * @param to last local day, inclusive
 */
export function trendTo(to: string): (results: readonly JourneyResult[]) => Ticket['trend'] {
  const since = addDays(to, -6);
  const before = addDays(since, -7);
  return (results) => {
    const thisWeek = results.filter(({ day }) => day >= since && day <= to).length;
    const lastWeek = results.filter(({ day }) => day >= before && day < since).length;
    if (lastWeek === 0) return { thisWeek, lastWeek, change: thisWeek === 0 ? 0 : 1 };
    return { thisWeek, lastWeek, change: (thisWeek - lastWeek) / lastWeek };
  };
}
