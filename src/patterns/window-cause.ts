/**
 * What stands behind bad hours, as far as the logs say: the bot's systems, agents who are not there, a line with which
 * the bot stops in these hours, or what the bot gets wrong; and whether the customers of these hours come out of them angrier.
 */

import { categories } from '../domain/categories.js';
import type { CohortConfig } from '../domain/config.js';
import type { JourneyResult, SessionSummary } from '../domain/journey.js';
import type { Window, WindowCause } from '../domain/ticket.js';
import { isWeekend } from '../lib/calendar.js';
import { hasDay, hasHour } from '../lib/hours.js';
import { countsOf, sameLine } from '../lib/same-line.js';
import { percent } from '../lib/wording.js';
import { wilsonInterval } from '../stats/wilson-interval.js';
import { understoodAs } from './cohort.js';
import {
  errorsFrom,
  fewestInWindow,
  ownFrom,
  timesOther,
  unlinkedBeyond,
  waitFrom,
} from './settings.js';

export interface WindowReading {
  cause: WindowCause;
  /** One sentence on the cause, one on the customers where enough is known of them. */
  sentences: string[];
}

export interface Place {
  intent: string | null;
  window: Window;
  /** The line with which the bot stops there, where that is how these hours were found. */
  line?: string;
}

export function readWindow(
  { intent, window, line }: Place,
  evidence: { results: readonly JourneyResult[]; sessions: readonly SessionSummary[] },
  { openingHours }: CohortConfig,
): WindowReading {
  const results = evidence.results.filter(
    (one) =>
      (intent === null || understoodAs(intent, one)) && hasDay(window.days, isWeekend(one.day)),
  );
  const failed = evidence.sessions.filter(
    (one) =>
      one.outcome !== 'contained' &&
      (intent === null || one.intent === intent) &&
      hasDay(window.days, isWeekend(one.day)),
  );
  const here = <T extends { hour: number }>(list: readonly T[]) =>
    list.filter(({ hour }) => hasHour(window, hour));
  const there = <T extends { hour: number }>(list: readonly T[]) =>
    list.filter(({ hour }) => !hasHour(window, hour));
  const [inside, outside] = [here(results), there(results)];
  const found: Found = backend(here(failed), there(failed)) ??
    closed(window, openingHours) ??
    queue(inside, outside) ??
    (line === undefined ? stoppingLine(inside, outside) : ownRule) ??
    bot(inside) ?? {
      cause: 'unknown' as const,
      sentence:
        'What is behind it the logs do not say: no more errors, no longer queues than at other hours.',
    };
  const mood = moodOf(inside, outside);
  return { cause: found.cause, sentences: [found.sentence, ...(mood ? [mood] : [])] };
}

interface Found {
  cause: WindowCause;
  sentence: string;
}

const share = <T>(list: readonly T[], holds: (one: T) => boolean): number =>
  list.length === 0 ? 0 : list.filter(holds).length / list.length;

function backend(
  inside: readonly SessionSummary[],
  outside: readonly SessionSummary[],
): Found | null {
  const isError = ({ backendError }: SessionSummary) => backendError;
  const [here, there] = [share(inside, isError), share(outside, isError)];
  if (inside.length < fewestInWindow || here < errorsFrom || here < timesOther * there) return null;
  return {
    cause: 'backend',
    sentence: `The bot's systems are behind it: ${percent(here)} of its failed sessions have a backend error, against ${percent(there)} at other hours.`,
  };
}

/** More than half of the window is outside of the opening hours that the config names. */
function closed(window: Window, opening: CohortConfig['openingHours']): Found | null {
  const open = window.days === 'weekend' ? opening.weekend : opening.weekdays;
  if (open === null) return null;
  const length = (window.to - window.from + 24) % 24 || 24;
  const hours = Array.from({ length }, (_, i) => (window.from + i) % 24);
  const outside = hours.filter((hour) => hour < open.from || hour >= open.to).length;
  if (2 * outside <= length) return null;
  return {
    cause: 'opening_hours',
    sentence: `Nobody is there: agents are in from ${open.from}:00 to ${open.to}:00 on these days.`,
  };
}

function queue(inside: readonly JourneyResult[], outside: readonly JourneyResult[]): Found | null {
  if (inside.length < fewestInWindow || outside.length < fewestInWindow) return null;
  const isUnlinked = ({ link }: JourneyResult) => link.status === 'none';
  const [lost, usual] = [share(inside, isUnlinked), share(outside, isUnlinked)];
  if (lost >= usual + unlinkedBeyond)
    return {
      cause: 'opening_hours',
      sentence: `Agents are missing: ${percent(lost)} of its handoffs are taken by nobody, against ${percent(usual)} at other hours.`,
    };
  const [wait, usualWait] = [medianWait(inside), medianWait(outside)];
  if (wait === null || usualWait === null || wait < waitFrom || wait < timesOther * usualWait)
    return null;
  return {
    cause: 'opening_hours',
    sentence: `Agents are scarce: customers wait ${Math.round(wait)} s in the median, against ${Math.round(usualWait)} s at other hours.`,
  };
}

function medianWait(results: readonly JourneyResult[]): number | null {
  const waits = results.flatMap(({ effort }) => effort.wait ?? []).sort((a, b) => a - b);
  return waits.length < fewestInWindow ? null : (waits[Math.floor(waits.length / 2)] ?? null);
}

const ownRule: Found = {
  cause: 'rule',
  sentence:
    'A rule of its own, or a system that it finds shut, is behind that line; which of them is to be looked at.',
};

/**
 * The bot ends most of these handoffs with one line that it hardly uses at other hours ("card payments cannot be taken
 * right now"). What it got wrong besides explains less than that line, so it is not named as the cause.
 */
function stoppingLine(
  inside: readonly JourneyResult[],
  outside: readonly JourneyResult[],
): Found | null {
  if (inside.length < fewestInWindow) return null;
  const [most] = countsOf(inside.flatMap(linesOf))
    .map(({ value, n }) => ({ value, here: n / inside.length }))
    .filter(({ here }) => here >= ownFrom)
    .map(({ value, here }) => ({
      here,
      there: share(outside, (one) => linesOf(one).includes(value)),
    }))
    .filter(({ here, there }) => here >= timesOther * there);
  if (!most) return null;
  return {
    cause: 'rule',
    sentence: `The bot itself hands over there: it ends ${percent(most.here)} of these handoffs with one line, against ${percent(most.there)} at other hours. ${ownRule.sentence}`,
  };
}

/** Each once. */
const linesOf = ({ handoff: { closing = [] } }: JourneyResult): string[] => [
  ...new Set(closing.map(({ text }) => sameLine(text))),
];

function bot(inside: readonly JourneyResult[]): Found | null {
  const own = share(inside, ({ findings }) =>
    findings.some(
      ({ category }) => categories[category].owner === 'bot_team' && category !== 'dead_end_intent',
    ),
  );
  if (inside.length < fewestInWindow || own < ownFrom) return null;
  return {
    cause: 'bot',
    sentence: `The bot itself is behind it: in ${percent(own)} of its handoffs it missed, misheard or misunderstood something, and there are no more errors and no longer queues than at other hours.`,
  };
}

/** Arriving angry, contentment and complaints against the other hours; null where too little is known. */
function moodOf(
  inside: readonly JourneyResult[],
  outside: readonly JourneyResult[],
): string | null {
  const heard = (list: readonly JourneyResult[]) =>
    list.filter(({ link }) => link.status === 'linked');
  const [here, there] = [heard(inside), heard(outside)];
  if (here.length < fewestInWindow || there.length < fewestInWindow) return null;
  const isAngry = ({ findings, outcome }: JourneyResult) =>
    outcome.complaint === true || findings.some(({ category }) => category === 'hostile_arrival');
  const count = (list: readonly JourneyResult[]) => list.filter(isAngry).length;
  const [low] = wilsonInterval(count(here), here.length);
  const [, high] = wilsonInterval(count(there), there.length);
  const rated = (list: readonly JourneyResult[]) =>
    list.flatMap(({ outcome }) => outcome.csat ?? []);
  const mean = (values: readonly number[]) =>
    values.length < fewestInWindow
      ? null
      : Math.round(values.reduce((a, b) => a + b, 0) / values.length);
  const [csat, usual] = [mean(rated(here)), mean(rated(there))];
  const rates = `${percent(share(here, isAngry))} arrive angry or complain, against ${percent(share(there, isAngry))}`;
  const content = csat === null || usual === null ? '' : `; CSAT is ${csat}, against ${usual}`;
  return low > high
    ? `Its customers are angrier: ${rates} at other hours${content}.`
    : `Its customers are not seen to be angrier: ${rates} at other hours${content}.`;
}
