/** How often something fails on this bot in general, and where it surely fails more often than that. */
import { betaPrior, shrinkShare } from '../stats/beta-binomial.js';
import { fewestFailures, level } from './settings.js';

export interface Rate {
  /** What it is the rate of: an intent, or an intent's slot. */
  of: string;
  failed: number;
  /** How often it could have failed. */
  tried: number;
}

/** The rate of the middle place, each weighted by how often it was tried: a few bad places do not move it. */
export function usualRate(rates: readonly Rate[]): number {
  const sorted = rates
    .filter(({ tried }) => tried > 0)
    .map(({ failed, tried }) => ({ rate: failed / tried, tried }))
    .sort((a, b) => a.rate - b.rate);
  const half = sorted.reduce((sum, { tried }) => sum + tried, 0) / 2;
  let seen = 0;
  for (const { rate, tried } of sorted) {
    seen += tried;
    if (seen >= half) return rate;
  }
  return 0;
}

/** The places whose rate is surely this many times the usual one. */
export function beyondUsual(rates: readonly Rate[], times: number): Set<string> {
  const bounded = rates.map((rate) => ({ ...rate, tried: Math.max(rate.tried, rate.failed) }));
  const prior = betaPrior(bounded.map(({ failed, tried }) => ({ successes: failed, n: tried })));
  if (prior === null) return new Set();
  const usual = usualRate(bounded);
  return new Set(
    bounded.flatMap(({ of, failed, tried }) => {
      const [low] = shrinkShare(failed, tried, prior, level).interval;
      return failed >= fewestFailures && low >= times * usual ? [of] : [];
    }),
  );
}
