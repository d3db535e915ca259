/** Sessions counted by local day and hour, as prefix sums: any run of hours costs two subtractions. */
import type { SessionSummary } from '../domain/journey.js';
import { isWeekend } from '../lib/calendar.js';

const width = 25;

/** Prefix sums over the hours of each day: `day * 25 + hour` holds the count before that hour. */
export type Prefix = Int32Array;

export interface HourCounts {
  /** The intent; null for sessions without one. */
  intent: string | null;
  sessions: Prefix;
  failed: Prefix;
}

interface Day {
  day: string;
  weekend: boolean;
}

export interface Hours {
  /** In order of time. */
  days: Day[];
  /** By name, sessions without an intent first. */
  intents: HourCounts[];
}

/** @param failed what counts as a failure of a session */
export function countHours(
  sessions: readonly SessionSummary[],
  failed: (session: SessionSummary) => boolean,
): Hours {
  const dates = new Set(sessions.map(({ day }) => day));
  const names = new Set(sessions.map(({ intent }) => intent ?? null));
  const days = [...dates].sort().map((day) => ({ day, weekend: isWeekend(day) }));
  const place = new Map(days.map(({ day }, i) => [day, i]));
  const counts = new Map(
    [...names].sort(byName).map((intent) => [intent, empty(intent, days.length)]),
  );
  for (const session of sessions) {
    const own = counts.get(session.intent ?? null);
    const at = (place.get(session.day) ?? 0) * width + session.hour + 1;
    if (!own) continue;
    own.sessions[at] = (own.sessions[at] ?? 0) + 1;
    if (failed(session)) own.failed[at] = (own.failed[at] ?? 0) + 1;
  }
  const intents = [...counts.values()];
  for (const { sessions: all, failed: bad } of intents) for (const list of [all, bad]) addUp(list);
  return { days, intents };
}

/** The sessions of all intents together. */
export function total(hours: Hours): Prefix {
  const sum = new Int32Array(hours.days.length * width);
  for (const counts of hours.intents) {
    for (let i = 0; i < sum.length; i++) sum[i] = (sum[i] ?? 0) + (counts.sessions[i] ?? 0);
  }
  return sum;
}

/** Count of a day's hours; `from` after `to` takes the late and the early hours of the same date. */
export function within(prefix: Prefix, day: number, from: number, to: number): number {
  const at = (hour: number): number => prefix[day * width + hour] ?? 0;
  return from < to ? at(to) - at(from) : at(24) - at(from) + at(to);
}

export const wholeDay = (prefix: Prefix, day: number): number => prefix[day * width + 24] ?? 0;

const byName = (a: string | null, b: string | null): number => ((a ?? '') < (b ?? '') ? -1 : 1);

const empty = (intent: string | null, days: number): HourCounts => ({
  intent,
  sessions: new Int32Array(days * width),
  failed: new Int32Array(days * width),
});

function addUp(list: Prefix): void {
  for (let i = 1; i < list.length; i++)
    if (i % width !== 0) list[i] = (list[i] ?? 0) + (list[i - 1] ?? 0);
}
