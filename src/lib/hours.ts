/** Which hours a window or an incident holds. */
import type { JourneyResult } from '../domain/journey.js';
import type { Incident } from '../domain/report.js';
import type { Window } from '../domain/ticket.js';

export function hasHour({ from, to }: Pick<Window, 'from' | 'to'>, hour: number): boolean {
  return from < to ? hour >= from && hour < to : hour >= from || hour < to;
}

export const hasDay = (days: Window['days'], weekend: boolean): boolean =>
  days === 'all' || (days === 'weekend') === weekend;

/** Share a day type and an hour, or lie side by side. */
export function touch(a: Window, b: Window): boolean {
  if (a.days !== 'all' && b.days !== 'all' && a.days !== b.days) return false;
  for (let hour = 0; hour < 24; hour++) {
    if (hasHour(a, hour) && [hour, (hour + 1) % 24, (hour + 23) % 24].some((h) => hasHour(b, h)))
      return true;
  }
  return false;
}

/** Whether a journey's failure belongs to one of these incidents. */
export function inIncident(
  { day, hour, botIntent }: JourneyResult,
  list: readonly Incident[],
): boolean {
  return list.some(
    (incident) =>
      incident.day === day &&
      hasHour(incident, hour) &&
      (incident.intent === undefined || incident.intent === botIntent),
  );
}
