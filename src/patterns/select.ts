/** Of all scored windows, those that are a pattern: significant, on many days, through no single day, and once each. */

import type { CohortConfig } from '../domain/config.js';
import type { Window } from '../domain/ticket.js';
import { touch } from '../lib/hours.js';
import { discoveryThreshold } from '../stats/benjamini-hochberg.js';
import { excessPValue } from '../stats/cochran-mantel-haenszel.js';
import { affectedDays, type Scored, sum } from './scan.js';
import { worthwhileOdds } from './settings.js';

/** @returns the patterns, surest first */
export function selectPatterns(
  scored: readonly Scored[],
  config: CohortConfig['timeOfDay'],
): Scored[] {
  // An outage makes many windows sure at once; were they counted, they would let chance pass beside them.
  const lastingP = new Map(scored.map((one) => [one, pWithoutStrongestDay(one)]));
  const cut = discoveryThreshold([...lastingP.values()], config.falseDiscoveryRate);
  const lasting = scored
    .filter((one) => (lastingP.get(one) ?? 1) <= cut && isLasting(one, config.minimumDays))
    .sort(bySureness);
  const best = apart(lasting, (a, b) => a.intent === b.intent);
  return withoutEchoes(best, scored, cut);
}

/** Of those that touch and are about one thing, the first. */
export function apart<T extends { window: Window }>(
  sorted: readonly T[],
  isOneThing: (a: T, b: T) => boolean,
): T[] {
  const best: T[] = [];
  for (const one of sorted)
    if (!best.some((better) => isOneThing(better, one) && touch(better.window, one.window)))
      best.push(one);
  return best;
}

function isLasting(one: Scored, minimumDays: number): boolean {
  const { affected, compared } = affectedDays(one);
  if (affected < minimumDays || affected * 2 <= compared) return false;
  return isWorthwhile(one);
}

/** So much more fails than at the other hours that it matters. */
export const isWorthwhile = ({ inside, outside }: Pick<Scored, 'inside' | 'outside'>): boolean =>
  odds(inside) >= worthwhileOdds * odds(outside);

const odds = ({ sessions, failed }: Scored['inside']): number =>
  (failed + 0.5) / (sessions - failed + 0.5);

/** At least the plain one: a day without which the others are surer is none that matters. */
function pWithoutStrongestDay({ excess, variance, dispersion, pValue }: Scored): number {
  let strongest = 0;
  excess.forEach((value, day) => {
    if (value > (excess[strongest] ?? 0)) strongest = day;
  });
  const without = excessPValue(
    sum(excess) - (excess[strongest] ?? 0),
    sum(variance) - (variance[strongest] ?? 0),
    dispersion,
  );
  return Math.max(pValue, without);
}

/**
 * What one intent does shows in the whole bot too. The whole bot is a pattern only if it still is one without the
 * intents that are; then theirs are part of it and go.
 */
function withoutEchoes(best: readonly Scored[], scored: readonly Scored[], cut: number): Scored[] {
  const bots = best.filter(({ intent }) => intent === null);
  const own = best.filter(({ intent }) => intent !== null);
  const real = bots.filter((bot) => {
    const guilty = own.filter(({ window }) => touch(window, bot.window));
    if (guilty.length === 0) return true;
    const names = new Set(guilty.map(({ intent }) => intent));
    const parts = scored.filter(
      ({ intent, window }) => names.has(intent) && same(window, bot.window),
    );
    const less = (of: (one: Scored) => Float64Array) =>
      sum(of(bot)) - parts.reduce((total, part) => total + sum(of(part)), 0);
    const rest = excessPValue(
      less(({ excess }) => excess),
      less(({ variance }) => variance),
      bot.dispersion,
    );
    return rest <= cut;
  });
  const left = own.filter(({ window }) => !real.some((bot) => touch(bot.window, window)));
  return [...real, ...left].sort(bySureness);
}

const same = (a: Window, b: Window): boolean =>
  a.days === b.days && a.from === b.from && a.to === b.to;

function bySureness(a: Scored, b: Scored): number {
  return a.pValue - b.pValue || (keyOf(a) < keyOf(b) ? -1 : 1);
}
const keyOf = ({ intent, window }: Scored): string =>
  `${intent ?? ''}/${window.days}/${100 + window.from}/${100 + window.to}`;
