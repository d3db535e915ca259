export interface Measured {
  mean: number;
  /** Variance of the mean, not of the values. */
  variance: number;
}

/**
 * Empirical-Bayes shrinkage of means (normal-normal, between-group variance by DerSimonian and Laird): each is drawn
 * towards what the group is like, the more so the less sure it is. A single mean stays as it is. Cost: linear.
 * @see https://en.wikipedia.org/wiki/Meta-analysis#Random_effects_model
 * @returns posterior means and variances, in order
 */
export function shrinkMeans(groups: readonly Measured[]): Measured[] {
  const known = groups.filter(({ variance }) => variance > 0);
  if (known.length < 2) return groups.map((group) => ({ ...group }));
  const weights = known.map(({ variance }) => 1 / variance);
  const sum = weights.reduce((a, b) => a + b, 0);
  const fixed = known.reduce((total, { mean, variance }) => total + mean / variance, 0) / sum;
  const q = known.reduce((total, { mean, variance }) => total + (mean - fixed) ** 2 / variance, 0);
  const scale = sum - weights.reduce((total, weight) => total + weight ** 2, 0) / sum;
  const between = Math.max(0, (q - (known.length - 1)) / Math.max(1e-12, scale));
  const total = known.reduce((t, { variance }) => t + 1 / (variance + between), 0);
  const centre =
    known.reduce((t, { mean, variance }) => t + mean / (variance + between), 0) / total;
  return groups.map(({ mean, variance }) => {
    if (variance <= 0) return { mean, variance };
    const trust = between / (between + variance);
    // The centre is itself estimated: its own variance counts for what leans on it.
    return {
      mean: trust * mean + (1 - trust) * centre,
      variance: trust * variance + (1 - trust) ** 2 / total,
    };
  });
}
