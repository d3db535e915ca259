/** How often each cause was found on each day: what proof of a repair rests on, many nights later. */

import { type Basis, type Category, categories } from '../domain/categories.js';
import type { JourneyResult, SessionSummary } from '../domain/journey.js';
import type { CauseCount, CauseDays, DayCounts } from '../domain/release.js';
import type { Ticket } from '../domain/ticket.js';
import { isWeekend } from '../lib/calendar.js';
import { groupBy } from '../lib/group-by.js';
import { hasDay, hasHour } from '../lib/hours.js';

export interface NamedCause {
  /** As `CauseCount.id`. */
  id: string;
  category: Category;
  intent?: string;
}

export interface CountInput {
  results: readonly JourneyResult[];
  sessions: readonly SessionSummary[];
  /** All causes that a journey is part of, each once. */
  causesIn(result: JourneyResult): readonly NamedCause[];
  /** Tickets whose cause no single journey shows, and that are to be counted all the same. */
  patterns: readonly Pick<Ticket, 'id' | 'category' | 'owner' | 'intent' | 'window'>[];
}

/** @returns the days that have sessions, in order */
export function countDays({ results, sessions, causesIn, patterns }: CountInput): DayCounts[] {
  const bySession = groupBy(sessions, ({ day }) => day);
  const byResult = groupBy(results, ({ day }) => day);
  const known = new Set(sessions.flatMap(({ intent }) => intent ?? []));
  const basisOf = (category: Category, intent: string | undefined): Basis => {
    const { countedAmong } = categories[category];
    if (countedAmong !== 'intent') return countedAmong;
    return intent !== undefined && known.has(intent) ? 'intent' : 'all';
  };
  return [...bySession]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([day, own]) => {
      const found = byResult.get(day) ?? [];
      const causes = new Map<string, CauseCount>();
      for (const { id, category, intent } of found.flatMap(causesIn)) {
        const count = causes.get(id);
        if (count) count.events++;
        else
          causes.set(id, {
            id,
            category,
            owner: categories[category].owner,
            ...(intent !== undefined && { intent }),
            basis: basisOf(category, intent),
            events: 1,
          });
      }
      const shapes = patterns.map((ticket) => countPattern(ticket, own));
      return {
        day,
        sessions: own.length,
        linked: found.filter(({ contact }) => contact !== null).length,
        intents: [...groupBy(own.filter(hasIntent), ({ intent }) => intent)]
          .map(([intent, list]): [string, number] => [intent, list.length])
          .sort(byName),
        causes: [...[...causes.values()].sort((a, b) => (a.id < b.id ? -1 : 1)), ...shapes],
      };
    });
}

const hasIntent = <T extends { intent?: string }>(one: T): one is T & { intent: string } =>
  one.intent !== undefined;

const byName = ([a]: [string, number], [b]: [string, number]): number => (a < b ? -1 : 1);

/** Sessions that a dead end hands over, or that fail in bad hours, among those of the intent (in those hours). */
function countPattern(
  { id, category, owner, intent, window }: CountInput['patterns'][number],
  sessions: readonly SessionSummary[],
): CauseCount {
  const own = sessions.filter(
    (session) =>
      (intent === undefined || session.intent === intent) &&
      (!window || (hasHour(window, session.hour) && hasDay(window.days, isWeekend(session.day)))),
  );
  const failed = own.filter(({ outcome }) =>
    category === 'dead_end_intent' ? outcome === 'escalated' : outcome !== 'contained',
  );
  return {
    id,
    category,
    owner,
    ...(intent !== undefined && { intent }),
    basis: 'intent',
    events: failed.length,
    exposure: own.length,
  };
}

/** Counts of days as days of causes: a cause that a day does not name was not found on it. */
export function causeDays(counts: readonly DayCounts[]): CauseDays[] {
  const causes = new Map<string, CauseCount>();
  for (const day of counts) for (const cause of day.causes) causes.set(cause.id, cause);
  const days = counts.map((day) => ({
    ...day,
    found: new Map(day.causes.map((cause) => [cause.id, cause])),
    byIntent: new Map(day.intents),
  }));
  return [...causes.values()].map(({ events: _, exposure, ...cause }) => ({
    ...cause,
    days: days.flatMap(({ day, sessions, linked, found, byIntent }) => {
      const own = found.get(cause.id);
      // Counted apart from the others, and not on every day: an absence says nothing.
      if (exposure !== undefined && own?.exposure === undefined) return [];
      const basis = { intent: byIntent.get(cause.intent ?? '') ?? 0, all: sessions, linked };
      return { day, events: own?.events ?? 0, exposure: own?.exposure ?? basis[cause.basis] };
    }),
  }));
}
