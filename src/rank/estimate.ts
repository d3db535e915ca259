/** A cause's cost a week, drawn towards what causes of its category are like, with its interval. */
import tQuantile from '@stdlib/stats-base-dists-t-quantile';
import { shrinkMeans } from '../stats/shrink-means.js';
import type { JourneyCost } from './cost.js';

const level = 0.9;
/** In a store's first days hardly anything is known of how days differ, and tickets still need an order. */
const fewestDays = 7;
/** With fewer journeys than this a cause's own spread says little; its category's is taken. */
const ownSpreadFrom = 10;

export interface WeeklyCost {
  /** As measured, and after shrinkage; never below 0 nor above what the journeys cost in all. */
  raw: number;
  amount: number;
  interval: [low: number, high: number];
  /** Journeys of which the cost is known. */
  n: number;
}

/**
 * Each cause's sum is (journeys) x (mean): the mean is shrunk (empirical Bayes, normal-normal), the count is Poisson,
 * and both are widened where days differ by more than that. Since that is learned from as many days, the reach is Student's t.
 * @param groups costs of the causes of one category
 * @param days local days that the costs were seen in
 */
export function weeklyCosts(
  groups: readonly (readonly JourneyCost[])[],
  days: number,
): WeeklyCost[] {
  const perWeek = 7 / Math.max(1, days);
  const reach = tQuantile((1 + level) / 2, Math.max(days, fewestDays) - 1);
  const pooled = pooledVariance(groups);
  const measured = groups.map((costs) => {
    const mean = costs.length === 0 ? 0 : total(costs) / costs.length;
    const spread = costs.length >= ownSpreadFrom ? spreadOf(costs, mean) : Math.max(pooled, 1e-9);
    return { mean, variance: spread / Math.max(1, costs.length) };
  });
  const known = measured.filter((_, i) => (groups[i]?.length ?? 0) > 0);
  const shrunk = shrinkMeans(known)[Symbol.iterator]();
  return groups.map((costs) => {
    const n = costs.length;
    if (n === 0) return { raw: 0, amount: 0, interval: [0, 0], n };
    const { mean, variance } = shrunk.next().value ?? { mean: 0, variance: 0 };
    const most = perWeek * costs.reduce((sum, { whole }) => sum + whole, 0);
    const within = (value: number): number => Math.min(most, Math.max(0, value));
    const error = Math.sqrt((n * n * variance + n * mean * mean) * dayDispersion(costs, days));
    const centre = perWeek * n * mean;
    return {
      raw: perWeek * total(costs),
      amount: within(centre),
      interval: [
        within(centre - perWeek * reach * error),
        Math.max(0, centre + perWeek * reach * error),
      ],
      n,
    };
  });
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
