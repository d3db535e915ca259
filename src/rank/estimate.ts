/** A cause's cost a week, drawn towards what causes of its category are like, with its interval. */
import normalQuantile from '@stdlib/stats-base-dists-normal-quantile';
import tQuantile from '@stdlib/stats-base-dists-t-quantile';
import { shrinkMeans } from '../stats/shrink-means.js';
import { nonNegative } from '../stats/truncated-normal.js';
import type { CauseCosts, JourneyCost } from './cost.js';
import { fewestDays, level, ownSpreadFrom } from './settings.js';

export interface WeeklyCost {
  /** As measured in the journeys of which the cost is known. */
  raw: number;
  /** After shrinkage, with what the other journeys must have cost; a failure spares nobody anything, so never negative. */
  amount: number;
  interval: [low: number, high: number];
  /** Variance of the amount. */
  variance: number;
  /** Journeys of which the cost is known. */
  n: number;
}

/**
 * Each cause's sum is (journeys) x (mean): the mean is shrunk (empirical Bayes, normal-normal), the count is Poisson,
 * and both are widened where days differ by more than that. Since that is learned from as many days, the reach is Student's t.
 * @param groups costs of the causes of one category
 * @param days local days that the costs were seen in
 */
export function weeklyCosts(groups: readonly CauseCosts[], days: number): WeeklyCost[] {
  const perWeek = 7 / Math.max(1, days);
  const wider = widening(days);
  const pooled = pooledVariance(groups.map(({ known }) => known));
  const measured = groups.map(({ known }) => {
    const mean = known.length === 0 ? 0 : total(known) / known.length;
    const spread = known.length >= ownSpreadFrom ? spreadOf(known, mean) : Math.max(pooled, 1e-9);
    return { mean, variance: spread / Math.max(1, known.length) };
  });
  const told = measured.filter((_, i) => (groups[i]?.known.length ?? 0) > 0);
  const shrunk = shrinkMeans(told)[Symbol.iterator]();
  return groups.map(({ known, untold }) => {
    const n = known.length;
    if (n === 0) return nothing;
    const { mean, variance } = shrunk.next().value ?? { mean: 0, variance: 0 };
    const all = n + untold;
    const error =
      perWeek ** 2 * (all ** 2 * variance + all * mean ** 2) * dayDispersion(known, days);
    const { mean: amount, interval } = nonNegative(
      perWeek * all * mean,
      wider * Math.sqrt(error),
      level,
    );
    return { raw: perWeek * total(known), amount, interval, variance: error, n };
  });
}

export const nothing: WeeklyCost = { raw: 0, amount: 0, interval: [0, 0], variance: 0, n: 0 };

/** How much wider than the normal distribution's the reach of Student's t is, for a spread known from so many days. */
export function widening(days: number): number {
  const at = (1 + level) / 2;
  return tQuantile(at, Math.max(days, fewestDays) - 1) / normalQuantile(at, 0, 1);
}

const total = (costs: readonly JourneyCost[]): number =>
  costs.reduce((sum, { saved }) => sum + saved, 0);
const spreadOf = (costs: readonly JourneyCost[], mean: number): number =>
  costs.reduce((sum, { saved }) => sum + (saved - mean) ** 2, 0) / Math.max(1, costs.length - 1);

/** Within-cause variance of a category. With single journeys only, their size is the best guess of their spread. */
function pooledVariance(groups: readonly (readonly JourneyCost[])[]): number {
  let squares = 0;
  let freedom = 0;
  let sizes = 0;
  let n = 0;
  for (const costs of groups) {
    const mean = total(costs) / Math.max(1, costs.length);
    squares += costs.reduce((sum, { saved }) => sum + (saved - mean) ** 2, 0);
    freedom += Math.max(0, costs.length - 1);
    sizes += costs.reduce((sum, { saved }) => sum + saved ** 2, 0);
    n += costs.length;
  }
  return freedom > 0 ? squares / freedom : sizes / Math.max(1, n);
}

/** How much more the days' sums differ than a Poisson number of such journeys would; at least 1. */
function dayDispersion(costs: readonly JourneyCost[], days: number): number {
  if (days < 2) return 1;
  const sums = new Map<string, number>();
  for (const { day, saved } of costs) sums.set(day, (sums.get(day) ?? 0) + saved);
  const mean = total(costs) / days;
  // Days without a journey of this cause count too: they are where its sum is 0.
  const quiet = Math.max(0, days - sums.size) * mean ** 2;
  const squares = [...sums.values()].reduce((sum, value) => sum + (value - mean) ** 2, quiet);
  const chance = costs.reduce((sum, { saved }) => sum + saved ** 2, 0);
  return chance <= 0 ? 1 : Math.max(1, (squares * days) / (days - 1) / chance);
}
