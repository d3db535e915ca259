import tQuantile from '@stdlib/stats-base-dists-t-quantile';

/**
 * Mean with a cluster-robust interval (Liang and Zeger's sandwich, CR1): journeys of one day share that day's weather,
 * so days count and not journeys. Student's t with clusters - 1 degrees of freedom. Cost: linear.
 * @param clusters values by cluster; empty clusters count for nothing
 * @see https://en.wikipedia.org/wiki/Clustered_standard_errors
 * @returns null with fewer than two clusters
 */
export function clusteredMean(
  clusters: Iterable<readonly number[]>,
  level = 0.95,
): { mean: number; error: number; interval: [low: number, high: number]; n: number } | null {
  const sums = [...clusters]
    .filter((values) => values.length > 0)
    .map((values) => ({ n: values.length, sum: values.reduce((a, b) => a + b, 0) }));
  if (sums.length < 2) return null;
  const n = sums.reduce((total, cluster) => total + cluster.n, 0);
  const mean = sums.reduce((total, { sum }) => total + sum, 0) / n;
  const scores = sums.reduce((total, cluster) => total + (cluster.sum - cluster.n * mean) ** 2, 0);
  const error = Math.sqrt((scores * sums.length) / (sums.length - 1)) / n;
  const reach = tQuantile((1 + level) / 2, sums.length - 1) * error;
  return { mean, error, interval: [mean - reach, mean + reach], n };
}
