import normalQuantile from '@stdlib/stats-base-dists-normal-quantile';

export interface Group {
  n: number;
  mean: number;
  /** Sum of squared deviations from the group's own mean. */
  squares: number;
}

export interface StratumPair {
  one: Group;
  other: Group;
}

/** Count, mean and squares of values. */
export function groupOf(values: readonly number[]): Group {
  const n = values.length;
  const mean = n === 0 ? 0 : values.reduce((a, b) => a + b, 0) / n;
  return { n, mean, squares: values.reduce((sum, value) => sum + (value - mean) ** 2, 0) };
}

/**
 * Difference of means, one - other, within strata and then averaged (direct standardisation, post-stratification). Each
 * stratum weighs what `other` has in it: the answer is for its mix, whatever the mix of `one` (Simpson's paradox). The
 * spread is pooled over the strata, since a stratum may hold a single value. Cost: linear in the strata.
 * @see https://en.wikipedia.org/wiki/Simpson%27s_paradox
 * @returns null where no stratum has both sides, or nothing tells the spread
 */
export function stratifiedDifference(
  strata: Iterable<StratumPair>,
  level = 0.95,
): { difference: number; interval: [low: number, high: number]; n: number } | null {
  const common = [...strata].filter(({ one, other }) => one.n > 0 && other.n > 0);
  const whole = common.reduce((sum, { other }) => sum + other.n, 0);
  const spread = { one: pooledVariance(common, 'one'), other: pooledVariance(common, 'other') };
  if (whole === 0 || spread.one === null || spread.other === null) return null;
  let difference = 0;
  let variance = 0;
  let n = 0;
  for (const { one, other } of common) {
    const weight = other.n / whole;
    difference += weight * (one.mean - other.mean);
    variance += weight ** 2 * (spread.one / one.n + spread.other / other.n);
    n += one.n + other.n;
  }
  const reach = normalQuantile((1 + level) / 2, 0, 1) * Math.sqrt(variance);
  return { difference, interval: [difference - reach, difference + reach], n };
}

function pooledVariance(strata: readonly StratumPair[], side: keyof StratumPair): number | null {
  const freedom = strata.reduce((sum, pair) => sum + pair[side].n - 1, 0);
  const squares = strata.reduce((sum, pair) => sum + pair[side].squares, 0);
  return freedom <= 0 ? null : squares / freedom;
}
