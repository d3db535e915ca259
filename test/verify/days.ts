/** Daily counts with known rates. */

import type { CauseDay, CauseDays } from '../../src/domain/release.js';
import { addDays } from '../../src/lib/calendar.js';
import type { Row } from '../../src/verify/days.js';

/** A Monday. */
export const monday = '2026-01-05';

/** So many days from a date on, each with the findings that `eventsOf` says. */
export function daysFrom(
  first: string,
  length: number,
  eventsOf: (i: number) => number,
  exposure: number | ((i: number) => number) = 100,
): CauseDay[] {
  return Array.from({ length }, (_, i) => ({
    day: addDays(first, i),
    events: eventsOf(i),
    exposure: typeof exposure === 'number' ? exposure : exposure(i),
  }));
}

export const cause = (id: string, days: CauseDay[], more: Partial<CauseDays> = {}): CauseDays => ({
  id,
  category: 'missed_slot',
  owner: 'bot_team',
  basis: 'intent',
  intent: id,
  days,
  ...more,
});

/** A day of the cause beside a control as large as `control`. */
export const row = (events: number, exposure: number, control = 1e9): Row => ({
  events,
  exposure,
  controlEvents: control,
  controlExpected: control,
});

/** Chance that repeats itself: what scatters around a mean, the same in every run. */
export const scatter =
  (mean: number, seed = 0) =>
  (i: number): number =>
    Math.max(
      0,
      Math.round(mean + Math.sqrt(mean) * 1.4 * Math.sin(12.9898 * (i + 1) + 7.3 * seed)),
    );
