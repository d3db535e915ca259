/** Scores every run of local hours of an intent against its other hours, day by day. */
import type { Window } from '../domain/ticket.js';
import { hasDay } from '../lib/hours.js';
import { excessPValue } from '../stats/cochran-mantel-haenszel.js';
import { hypergeometric } from '../stats/hypergeometric.js';
import { type HourCounts, type Hours, type Prefix, wholeDay, within } from './hours.js';
import { minimumExpected } from './settings.js';

const dayTypes: readonly Window['days'][] = ['weekdays', 'weekend', 'all'];

/** A window's score: failures beyond chance, by day, with the variance that chance has. */
export interface Scored {
  /** null: the whole bot. */
  intent: string | null;
  window: Window;
  /** By day, 0 where the day says nothing: failures beyond what that day's own rate explains. */
  excess: Float64Array;
  variance: Float64Array;
  inside: { sessions: number; failed: number };
  outside: { sessions: number; failed: number };
  expected: number;
  /** How much more the days differ than chance lets them; at least 1. Pooled over windows of one length. */
  dispersion: number;
  /** One-sided, of the Cochran-Mantel-Haenszel test. */
  pValue: number;
}

export function sum(list: Float64Array): number {
  let total = 0;
  for (const value of list) total += value;
  return total;
}

/** Days on which the window compares with other hours at all, and those on which it is worse. */
export function affectedDays({ excess, variance }: Scored): { affected: number; compared: number } {
  let affected = 0;
  let compared = 0;
  variance.forEach((value, day) => {
    if (value <= 0) return;
    compared++;
    if ((excess[day] ?? 0) > 0) affected++;
  });
  return { affected, compared };
}

/**
 * All windows of up to `maximumHours`, of every intent and, if asked for, of the whole bot; those with too little to
 * judge are left out. For the whole bot each intent is compared with itself, so that the mix of intents makes no pattern.
 */
export function scan(
  { days, intents }: Hours,
  { maximumHours, wholeBot }: { maximumHours: number; wholeBot: boolean },
): Scored[] {
  const found: Scored[] = [];
  for (const type of dayTypes) {
    const list = ofType(type, days);
    for (let length = 1; length <= maximumHours; length++) {
      const windows = windowsOf(type, length);
      const bot = windows.map((window) => blank(null, window, days.length));
      for (const counts of intents) {
        const scored = windows.flatMap(
          (window, i) => score(counts, list, window, bot[i] as Scored) ?? [],
        );
        if (counts.intent !== null) found.push(...dispersed(scored));
      }
      if (wholeBot) found.push(...dispersed(bot.filter(isJudged)));
    }
  }
  return found;
}

/** One window of an intent (null: of all, each compared with itself), however little there is to judge. */
export function scoreOf(
  intent: string | null,
  window: Window,
  { days, intents }: Hours,
): Pick<Scored, 'inside' | 'outside' | 'excess' | 'variance'> {
  const list = ofType(window.days, days);
  const all = blank(intent, window, days.length);
  for (const counts of intents)
    if (intent === null || counts.intent === intent) score(counts, list, window, all);
  return all;
}

const ofType = (type: Window['days'], days: Hours['days']): number[] =>
  days.flatMap(({ weekend }, i) => (hasDay(type, weekend) ? [i] : []));

/** Every run of up to `maximumHours` hours, on weekdays, at weekends and on all days. */
export const allWindows = (maximumHours: number): Window[] =>
  dayTypes.flatMap((type) =>
    Array.from({ length: maximumHours }, (_, i) => windowsOf(type, i + 1)).flat(),
  );

function windowsOf(days: Window['days'], length: number): Window[] {
  return Array.from({ length: 24 }, (_, from) => ({ days, from, to: end(from + length) }));
}
const end = (hour: number): number => (hour > 24 ? hour - 24 : hour);

const isJudged = ({ expected }: Scored): boolean => expected >= minimumExpected;

/** Scores one window of one intent, and adds the same to the whole bot's. null: too little to judge by itself. */
function score(
  { intent, sessions, failed }: HourCounts,
  list: readonly number[],
  window: Window,
  bot: Scored,
): Scored | null {
  // Most windows of small intents have too little: nothing is made for those.
  let own: Scored | null = null;
  if (chanceOf(sessions, failed, list, window) >= minimumExpected)
    own = blank(intent, window, bot.excess.length);
  for (const day of list) {
    const all = wholeDay(sessions, day);
    if (all === 0) continue;
    const bad = wholeDay(failed, day);
    const exposed = within(sessions, day, window.from, window.to);
    const both = within(failed, day, window.from, window.to);
    const { expected, variance } = hypergeometric({ exposed, failed: bad, total: all });
    for (const scored of own ? [own, bot] : [bot]) {
      scored.inside.sessions += exposed;
      scored.inside.failed += both;
      scored.outside.sessions += all - exposed;
      scored.outside.failed += bad - both;
      if (variance <= 0) continue;
      scored.expected += expected;
      scored.excess[day] = (scored.excess[day] ?? 0) + both - expected;
      scored.variance[day] = (scored.variance[day] ?? 0) + variance;
    }
  }
  return own && isJudged(own) ? own : null;
}

/** At most this many failures are expected in the window. */
function chanceOf(
  sessions: Prefix,
  failed: Prefix,
  list: readonly number[],
  { from, to }: Window,
): number {
  let expected = 0;
  for (const day of list) {
    const all = wholeDay(sessions, day);
    if (all > 0) expected += (within(sessions, day, from, to) * wholeDay(failed, day)) / all;
  }
  return expected;
}

const blank = (intent: string | null, window: Window, days: number): Scored => ({
  intent,
  window,
  excess: new Float64Array(days),
  variance: new Float64Array(days),
  inside: { sessions: 0, failed: 0 },
  outside: { sessions: 0, failed: 0 },
  expected: 0,
  dispersion: 1,
  pValue: 1,
});

/**
 * Days differ by more than chance: a slow backend at ten today, at three tomorrow. What the excess does around its own
 * mean says by how much, and a lasting pattern does not add to that. Pooled over the windows of one length, for a single
 * window's estimate is a guess.
 */
function dispersed(scored: readonly Scored[]): readonly Scored[] {
  let seen = 0;
  let chance = 0;
  for (const { excess, variance } of scored) {
    let days = 0;
    let squares = 0;
    for (let day = 0; day < excess.length; day++) {
      if ((variance[day] ?? 0) > 0) days++;
      squares += (excess[day] ?? 0) ** 2;
    }
    if (days < 2) continue;
    seen += (squares - sum(excess) ** 2 / days) * (days / (days - 1));
    chance += sum(variance);
  }
  const dispersion = chance > 0 ? Math.max(1, seen / chance) : 1;
  for (const one of scored) {
    one.dispersion = dispersion;
    one.pValue = excessPValue(sum(one.excess), sum(one.variance), dispersion);
  }
  return scored;
}
