import betaQuantile from '@stdlib/stats-base-dists-beta-quantile';

export interface BetaPrior {
  alpha: number;
  beta: number;
}

/** A prior this strong means that the groups do not differ beyond chance. */
const strongest = 1e4;

/**
 * Empirical-Bayes prior of shares by the method of moments: how much groups really differ, once the chance in their
 * counts is taken off (Kleinman's estimate). Few groups, or none that differ, give a strong prior. Cost: linear.
 * @see https://en.wikipedia.org/wiki/Beta-binomial_distribution#Method_of_moments
 * @returns null without a single count
 */
export function betaPrior(groups: readonly { successes: number; n: number }[]): BetaPrior | null {
  const counted = groups.filter(({ n }) => n > 0);
  const total = counted.reduce((sum, { n }) => sum + n, 0);
  if (total === 0) return null;
  const mean = counted.reduce((sum, { successes }) => sum + successes, 0) / total;
  const inner = Math.min(1 - 1e-6, Math.max(1e-6, mean));
  const squares = counted.reduce((sum, { n }) => sum + n * n, 0);
  const spread = counted.reduce(
    (sum, { successes, n }) => sum + n * (successes / n - mean) ** 2,
    0,
  );
  const chance = inner * (1 - inner);
  const room = total - squares / total - (counted.length - 1);
  const correlation = (spread / chance - (counted.length - 1)) / Math.max(1e-9, room);
  const strength = correlation <= 0 ? strongest : Math.min(strongest, 1 / correlation - 1);
  const size = Math.max(1e-3, strength);
  return { alpha: inner * size, beta: (1 - inner) * size };
}

/**
 * A group's share drawn towards what groups are like, the more so the less was counted. Cost: constant.
 * @returns posterior mean, and the interval between its quantiles
 * @example shrinkShare(3, 3, {alpha: 2, beta: 6}) // {share: 0.455, interval: [0.187, 0.738]}
 */
export function shrinkShare(
  successes: number,
  n: number,
  { alpha, beta }: BetaPrior,
  level = 0.95,
): { share: number; interval: [low: number, high: number] } {
  const a = alpha + successes;
  const b = beta + n - successes;
  const tail = (1 - level) / 2;
  return { share: a / (a + b), interval: [betaQuantile(tail, a, b), betaQuantile(1 - tail, a, b)] };
}
