import betaQuantile from '@stdlib/stats-base-dists-beta-quantile';

/**
 * Lower limit of Clopper and Pearson: the least rate at which so many events of so many trials are no surprise. A rate below
 * it has an upper binomial tail below `level`. Counts need not be whole (quasi-binomial: divided by their dispersion).
 * Cost: one beta quantile.
 * @see https://en.wikipedia.org/wiki/Binomial_proportion_confidence_interval#Clopper%E2%80%93Pearson_interval
 * @example leastRate(8, 10, 0.05) // 0.493
 */
export function leastRate(events: number, n: number, level: number): number {
  if (events <= 0) return 0;
  return betaQuantile(level, events, Math.max(0, n - events) + 1);
}
