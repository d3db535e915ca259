import normalQuantile from '@stdlib/stats-base-dists-normal-quantile';
import tQuantile from '@stdlib/stats-base-dists-t-quantile';

export interface Group {
  n: number;
  mean: number;
  /** Sum of squared deviations from the group's own mean. */
  squares: number;
  /** Sum of the deviations of each cluster (day, say) of it; empty where clusters are not told. */
  clusters: ReadonlyMap<string, number>;
}

export interface StratumPair {
  one: Group;
  other: Group;
}

/** A stratum's spread counts as if so many values of the other strata's spread had been seen in it. */
const borrowed = 5;
const fewestClusters = 5;

/**
 * Count, mean and squares of values.
 * @param clusters the day of each value, say, in their order: values of one day go together
 */
export function groupOf(values: readonly number[], clusters: readonly string[] = []): Group {
  const n = values.length;
  const mean = n === 0 ? 0 : values.reduce((a, b) => a + b, 0) / n;
  const sums = new Map<string, number>();
  clusters.forEach((cluster, i) => {
    sums.set(cluster, (sums.get(cluster) ?? 0) + (values[i] ?? mean) - mean);
  });
  return {
    n,
    mean,
    squares: values.reduce((sum, value) => sum + (value - mean) ** 2, 0),
    clusters: sums,
  };
}

/**
 * Difference of means, one - other, within strata and then averaged (direct standardisation, post-stratification). Each
 * stratum weighs what `other` has in it: the answer is for its mix, whatever the mix of `one` (Simpson's paradox). A small
 * stratum borrows its spread from the others. Where the groups tell their clusters, the interval is that of independent
 * clusters (Liang and Zeger) if that is wider. Cost: linear in the strata.
 * @see https://en.wikipedia.org/wiki/Simpson%27s_paradox
 * @returns null where no stratum has both sides, or nothing tells the spread
 */
export function stratifiedDifference(
  strata: Iterable<StratumPair>,
  level = 0.95,
): { difference: number; interval: [low: number, high: number]; n: number } | null {
  const common = [...strata].filter(({ one, other }) => one.n > 0 && other.n > 0);
  const whole = common.reduce((sum, { other }) => sum + other.n, 0);
  const pooled = { one: pooledVariance(common, 'one'), other: pooledVariance(common, 'other') };
  if (whole === 0 || pooled.one === null || pooled.other === null) return null;
  let difference = 0;
  let variance = 0;
  let n = 0;
  for (const { one, other } of common) {
    const weight = other.n / whole;
    difference += weight * (one.mean - other.mean);
    variance +=
      weight ** 2 * (spreadOf(one, pooled.one) / one.n + spreadOf(other, pooled.other) / other.n);
    n += one.n + other.n;
  }
  const tail = (1 + level) / 2;
  const clustered = clusteredVariance(common, whole);
  const reach = Math.max(
    normalQuantile(tail, 0, 1) * Math.sqrt(variance),
    clustered === null ? 0 : tQuantile(tail, clustered.freedom) * Math.sqrt(clustered.variance),
  );
  return { difference, interval: [difference - reach, difference + reach], n };
}

const spreadOf = ({ n, squares }: Group, pooled: number): number =>
  (squares + borrowed * pooled) / (n - 1 + borrowed);

/** Variance of the sum of what each cluster adds to the difference. */
function clusteredVariance(
  strata: readonly StratumPair[],
  whole: number,
): { variance: number; freedom: number } | null {
  const added = new Map<string, number>();
  for (const { one, other } of strata) {
    const weight = other.n / whole;
    for (const [group, sign] of [
      [one, 1],
      [other, -1],
    ] as const) {
      for (const [cluster, sum] of group.clusters)
        added.set(cluster, (added.get(cluster) ?? 0) + (sign * weight * sum) / group.n);
    }
  }
  if (added.size < fewestClusters) return null;
  let squares = 0;
  for (const one of added.values()) squares += one ** 2;
  const freedom = added.size - 1;
  return { variance: (squares * added.size) / freedom, freedom };
}

function pooledVariance(strata: readonly StratumPair[], side: 'one' | 'other'): number | null {
  const freedom = strata.reduce((sum, pair) => sum + pair[side].n - 1, 0);
  const squares = strata.reduce((sum, pair) => sum + pair[side].squares, 0);
  return freedom <= 0 ? null : squares / freedom;
}
