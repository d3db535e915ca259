/**
 * Bad hours that show in how the bot ends: a line ("I can't get to that at this hour") or an action with which it hands
 * over in some hours of many days and hardly in others. What fails for other reasons hides such hours among all
 * failures, where thousands of windows are compared; in the ending itself a dozen journeys are enough.
 */
import type { CohortConfig } from '../domain/config.js';
import type { JourneyResult } from '../domain/journey.js';
import type { Window } from '../domain/ticket.js';
import { isWeekend } from '../lib/calendar.js';
import { groupBy } from '../lib/group-by.js';
import { hasDay, hasHour, touch } from '../lib/hours.js';
import { createRandom } from '../lib/random.js';
import { sameLine } from '../lib/same-line.js';
import { poissonBinomialTail } from '../stats/poisson-binomial.js';
import { type Compared, compareHours, failsMore } from './compare-hours.js';
import { type Hours, wholeDay, within } from './hours.js';
import { allWindows } from './scan.js';

/** A way of ending that belongs to some hours. */
export interface EndingHours {
  /** null: the whole bot. */
  intent: string | null;
  window: Window;
  /** The line in its first wording. */
  line: string;
  /** The journeys that ended so in these hours, by session, and how many did in all. */
  inside: ReadonlySet<string>;
  journeys: number;
  /** Days with such a journey, and those of them on which the one that was drawn lies inside. */
  compared: number;
  affected: number;
  /** Days that chance would put there. */
  expected: number;
  /** All sessions of these hours and of the others of the same days. */
  failures: Compared;
  pValue: number;
}

/** What the test needs of a journey. */
export type Ended = Pick<JourneyResult, 'session' | 'day' | 'hour' | 'botIntent' | 'handoff'>;

interface Candidate {
  intent: string | null;
  line: string;
  journeys: readonly Ended[];
}

/**
 * Ways of ending that belong to some hours, surest first; of two that touch, with one intent or one line, the surer.
 * @param hours all sessions of the same days by intent, with those that failed
 */
export function endingHours(
  journeys: readonly Ended[],
  hours: Hours,
  { falseDiscoveryRate, minimumDays, maximumHours }: CohortConfig['timeOfDay'],
): EndingHours[] {
  const windows = allWindows(maximumHours);
  const candidates = candidatesOf(journeys, minimumDays);
  const cut = falseDiscoveryRate / Math.max(1, candidates.length * windows.length);
  const shareIn = exposureOf(hours);
  const sure = candidates
    .flatMap((candidate) => {
      const drawn = oneADay(candidate.journeys);
      return windows.flatMap((window): EndingHours[] => {
        const test = testOf(drawn, window, minimumDays, shareIn);
        return test && test.pValue <= cut ? [endingOf(candidate, test, window, hours)] : [];
      });
    })
    // Another wording at other hours is no failure: more must fail in all.
    .filter(({ failures }) => failsMore(failures))
    .sort(bySureness);
  const best: EndingHours[] = [];
  for (const one of sure) {
    const isKnown = best.some(
      (other) =>
        (other.intent === one.intent || other.line === one.line) && touch(other.window, one.window),
    );
    if (!isKnown) best.push(one);
  }
  return best;
}

/** Each line and each action, in each intent and, where several intents end so, in the whole bot. */
function candidatesOf(journeys: readonly Ended[], minimumDays: number): Candidate[] {
  const byIntent = [...groupBy(journeys, ({ botIntent }) => botIntent ?? null)];
  const scopes = [
    ...byIntent.flatMap(([intent, own]) => (intent === null ? [] : [{ intent, own }])),
    { intent: null, own: journeys },
  ];
  const seen = new Set<string>();
  return scopes.flatMap(({ intent, own }) =>
    endingsIn(own).flatMap(({ line, journeys: ended }) => {
      const intents = new Set(ended.map(({ botIntent }) => botIntent));
      const days = new Set(ended.map(({ day }) => day));
      // A line and its action are mostly the same journeys, which are looked at once.
      const key = ended.map(({ session }) => session).join('\n');
      if (days.size < minimumDays || (intent === null && intents.size < 2) || seen.has(key))
        return [];
      seen.add(key);
      return [{ intent, line, journeys: ended }];
    }),
  );
}

function endingsIn(journeys: readonly Ended[]): { line: string; journeys: Ended[] }[] {
  const ended = new Map<string, { line: string; journeys: Set<Ended> }>();
  for (const journey of journeys) {
    for (const { text, action } of journey.handoff.closing ?? []) {
      const names = [`line ${sameLine(text)}`, ...(action === undefined ? [] : [`act ${action}`])];
      for (const name of names) {
        const known = ended.get(name) ?? { line: text, journeys: new Set() };
        known.journeys.add(journey);
        ended.set(name, known);
      }
    }
  }
  return [...ended.values()].map(({ line, journeys: own }) => ({ line, journeys: [...own] }));
}

/** What fails together on one day is one piece of evidence: of each day one journey speaks, drawn by its name. */
function oneADay(journeys: readonly Ended[]): Ended[] {
  const drawOf = ({ session }: Ended) => createRandom('ending', session).next();
  return [...groupBy(journeys, ({ day }) => day).values()].flatMap((own) =>
    own.length === 1
      ? own
      : own
          .map((journey) => ({ journey, draw: drawOf(journey) }))
          .sort((a, b) => a.draw - b.draw)
          .slice(0, 1)
          .map(({ journey }) => journey),
  );
}

type ShareIn = (journey: Ended, window: Window) => number;

/** The share of the day's sessions of the journey's intent that lie in the window: the chance of a journey to lie there. */
function exposureOf({ days, intents }: Hours): ShareIn {
  const dayAt = new Map(days.map(({ day }, i) => [day, i]));
  const byIntent = new Map(intents.map((counts) => [counts.intent, counts.sessions]));
  return ({ day, hour, botIntent }, window) => {
    const sessions = byIntent.get(botIntent ?? null);
    const at = dayAt.get(day);
    const all = sessions && at !== undefined ? wholeDay(sessions, at) : 0;
    if (!sessions || at === undefined || all === 0) return hasHour(window, hour) ? 1 : 0;
    return within(sessions, at, window.from, window.to) / all;
  };
}

const lies = ({ hour }: Ended, window: Window): boolean => hasHour(window, hour);

const ofDays = (drawn: readonly Ended[], { days }: Window): Ended[] =>
  drawn.filter(({ day }) => hasDay(days, isWeekend(day)));

type Test = Pick<EndingHours, 'compared' | 'affected' | 'expected' | 'pValue'>;

/** One-sided; null where too few days, or not most of them, lie in the window. */
function testOf(
  drawn: readonly Ended[],
  window: Window,
  minimumDays: number,
  shareIn: ShareIn,
): Test | null {
  const compared = ofDays(drawn, window);
  const affected = compared.filter((one) => lies(one, window)).length;
  if (affected < minimumDays || affected * 2 <= compared.length) return null;
  const shares = compared.map((one) => shareIn(one, window));
  return {
    compared: compared.length,
    affected,
    expected: shares.reduce((a, b) => a + b, 0),
    pValue: poissonBinomialTail(shares, affected),
  };
}

function endingOf(
  { intent, line, journeys }: Candidate,
  test: Test,
  window: Window,
  hours: Hours,
): EndingHours {
  const inside = ofDays(journeys, window).filter((one) => lies(one, window));
  return {
    intent,
    window,
    line,
    inside: new Set(inside.map(({ session }) => session)),
    journeys: journeys.length,
    ...test,
    failures: compareHours(intent, window, hours),
  };
}

const bySureness = (a: EndingHours, b: EndingHours): number =>
  a.pValue - b.pValue || b.inside.size - a.inside.size || (keyOf(a) < keyOf(b) ? -1 : 1);
/** Of equal windows "on weekdays" comes before "every day": nothing is known of weekends there. */
const dayOrder = { weekdays: 0, weekend: 1, all: 2 } as const;
const keyOf = ({ intent, line, window }: EndingHours): string =>
  JSON.stringify([intent, dayOrder[window.days], 100 + window.from, 100 + window.to, line]);
