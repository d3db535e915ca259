/**
 * Bad hours that show in how the bot ends: a line ("I can't get to that at this hour") or an action with which it hands
 * over in some hours of many days and hardly in others. What fails for other reasons hides such hours among all
 * failures, where thousands of windows are compared; in the ending itself a dozen journeys are enough.
 */
import type { CohortConfig } from '../domain/config.js';
import type { JourneyResult } from '../domain/journey.js';
import type { Window } from '../domain/ticket.js';
import { contentHash } from '../lib/content-hash.js';
import { groupBy } from '../lib/group-by.js';
import { hasDay, hasHour } from '../lib/hours.js';
import { onePer } from '../lib/memo.js';
import { createRandom } from '../lib/random.js';
import { sameLine } from '../lib/same-line.js';
import { excessPValue } from '../stats/cochran-mantel-haenszel.js';
import { poissonBinomialTail } from '../stats/poisson-binomial.js';
import { scanStatistic } from '../stats/scan-statistic.js';
import { type Hours, type Prefix, wholeDay, within } from './hours.js';
import { allWindows, scoreOf, sum } from './scan.js';
import { apart, isWorthwhile } from './select.js';
import { agreementLevel } from './settings.js';

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
  /** All that fails in these hours and in the others of the same days. */
  failures: ReturnType<typeof scoreOf>;
  pValue: number;
  /** How well the window's ends fit all of its journeys (see `scanStatistic`). */
  fit: number;
}

/** What the test needs of a journey. */
export type Ended = Pick<JourneyResult, 'session' | 'day' | 'hour' | 'botIntent' | 'handoff'>;

interface Candidate {
  intent: string | null;
  line: string;
  journeys: readonly Ended[];
}

/**
 * Ways of ending that belong to some hours, surest first. Of sure windows of one ending that touch the one that fits its journeys best is taken; of endings of
 * one intent the one of most journeys there, for an action's wordings are each an ending as well; of an intent's and the whole
 * bot's the surer.
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
  const placesOf = createPlaces(hours);
  const found = candidates.flatMap((candidate) => {
    const places = candidate.journeys.flatMap(placesOf);
    const draws = oneADay(places);
    const sure = windows.flatMap((window): EndingHours[] => {
      const test = testOf(draws, window, minimumDays);
      return test && test.pValue <= cut ? [endingOf(candidate, places, test, window, hours)] : [];
    });
    return apart(sure.filter(({ failures }) => failsMore(failures)).sort(byFit), () => true);
  });
  const ofIntents = apart(
    found.sort((a, b) => b.inside.size - a.inside.size || bySureness(a, b)),
    (a, b) => a.intent === b.intent,
  );
  return apart(ofIntents.sort(bySureness), (a, b) => a.intent === null || b.intent === null);
}

/** Another wording at other hours is no failure: more must fail in all. */
const failsMore = (all: EndingHours['failures']): boolean =>
  isWorthwhile(all) && excessPValue(sum(all.excess), sum(all.variance), 1) <= agreementLevel;

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
      const key = contentHash(ended.map(({ session }) => session));
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

/** A journey among the sessions of its intent on its day. */
interface Place {
  session: string;
  hour: number;
  weekend: boolean;
  sessions: Prefix;
  day: number;
}

function createPlaces({ days, intents }: Hours): (journey: Ended) => Place[] {
  const dayAt = new Map(days.map(({ day }, at) => [day, at]));
  const byIntent = new Map(intents.map((counts) => [counts.intent, counts.sessions]));
  return ({ session, hour, day: date, botIntent }) => {
    const day = dayAt.get(date);
    const sessions = byIntent.get(botIntent ?? null);
    if (day === undefined || !sessions || wholeDay(sessions, day) === 0) return [];
    return [{ session, hour, weekend: days[day]?.weekend ?? false, sessions, day }];
  };
}

const numberOf = onePer(({ session }: Place) => createRandom('ending', session).next());

/** What fails together on one day is one piece of evidence: of each day one journey speaks, drawn by its name. */
const oneADay = (places: readonly Place[]): Place[] =>
  [...groupBy(places, ({ day }) => day).values()].flatMap((own) =>
    own.length > 1 ? own.sort((a, b) => numberOf(a) - numberOf(b)).slice(0, 1) : own,
  );

const liesIn = ({ hour, weekend }: Place, window: Window): boolean =>
  hasDay(window.days, weekend) && hasHour(window, hour);

/** By chance a journey lies in a window as often as the sessions of its day and intent do. */
const chanceIn = ({ sessions, day, weekend }: Place, { days, from, to }: Window): number =>
  hasDay(days, weekend) ? within(sessions, day, from, to) / wholeDay(sessions, day) : 0;

const total = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);

type Test = Pick<EndingHours, 'compared' | 'affected' | 'expected' | 'pValue'>;

/** One-sided; null where too few days, or not most of them, lie in the window. */
function testOf(draws: readonly Place[], window: Window, minimumDays: number): Test | null {
  const compared = draws.filter(({ weekend }) => hasDay(window.days, weekend));
  const affected = compared.filter((one) => liesIn(one, window)).length;
  if (affected < minimumDays || affected * 2 <= compared.length) return null;
  const chances = compared.map((one) => chanceIn(one, window));
  return {
    compared: compared.length,
    affected,
    expected: total(chances),
    pValue: poissonBinomialTail(chances, affected),
  };
}

function endingOf(
  { intent, line }: Candidate,
  places: readonly Place[],
  test: Test,
  window: Window,
  hours: Hours,
): EndingHours {
  const inside = places.filter((one) => liesIn(one, window));
  const expected = total(places.map((one) => chanceIn(one, window)));
  return {
    intent,
    window,
    line,
    inside: new Set(inside.map(({ session }) => session)),
    journeys: places.length,
    ...test,
    failures: scoreOf(intent, window, hours),
    fit: scanStatistic(inside.length, expected, places.length),
  };
}

const byFit = (a: EndingHours, b: EndingHours): number => b.fit - a.fit || bySureness(a, b);
const bySureness = (a: EndingHours, b: EndingHours): number =>
  a.pValue - b.pValue || b.inside.size - a.inside.size || (keyOf(a) < keyOf(b) ? -1 : 1);
/** Of equal windows "on weekdays" comes before "every day": nothing is known of weekends there. */
const dayOrder = { weekdays: 0, weekend: 1, all: 2 } as const;
const keyOf = ({ intent, line, window }: EndingHours): string =>
  JSON.stringify([intent, dayOrder[window.days], 100 + window.from, 100 + window.to, line]);
