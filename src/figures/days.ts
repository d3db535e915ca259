/** The figures of each local day and each ISO week. */

import type { DayFigures, WeekFigures } from '../domain/trend.js';
import { addDays, daysBetween, isoWeekOf, mondayOf } from '../lib/calendar.js';
import { groupBy } from '../lib/group-by.js';
import { intervalsOf } from './intervals.js';
import { type Period, periodFigures } from './period.js';
import { followedDays } from './settings.js';

/** One row a day that has sessions, handoffs or direct contacts, in order of time. */
export function dayFigures(input: Period): DayFigures[] {
  const groups = byPeriod(input, (day) => day);
  const last = groups.at(-1)?.[0] ?? '';
  return groups.map(([day, own]) => ({
    day,
    ...periodFigures(own, { returnsKnown: isFollowed(day, last) }),
  }));
}

/** One row an ISO week, without the first where the data begin in its middle. */
export function weekFigures(input: Period): WeekFigures[] {
  const days = byPeriod(input, (day) => day).map(([day]) => day);
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) return [];
  return byPeriod(input, mondayOf)
    .filter(([monday]) => monday >= first)
    .map(([monday, own]) => ({
      week: isoWeekOf(monday),
      monday,
      days: Math.min(7, 1 + daysBetween(monday, last)),
      ...periodFigures(own, { returnsKnown: isFollowed(addDays(monday, 6), last) }),
      intervals: intervalsOf(own),
    }));
}

const isFollowed = (day: string, last: string): boolean => addDays(day, followedDays) <= last;

/** What happened in each period, in order of the keys. */
function byPeriod(
  { results, sessions, direct }: Period,
  keyOf: (day: string) => string,
): [key: string, own: Period][] {
  const by = <T extends { day: string }>(list: readonly T[]) =>
    groupBy(list, ({ day }) => keyOf(day));
  const own = { results: by(results), sessions: by(sessions), direct: by(direct) };
  const keys = new Set([...own.results.keys(), ...own.sessions.keys(), ...own.direct.keys()]);
  return [...keys].sort().map((key): [string, Period] => [
    key,
    {
      results: own.results.get(key) ?? [],
      sessions: own.sessions.get(key) ?? [],
      direct: own.direct.get(key) ?? [],
    },
  ]);
}
