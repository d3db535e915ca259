import normalQuantile from '@stdlib/stats-base-dists-normal-quantile';

/**
 * Wilson score interval of a share. Holds its level for small counts and shares near 0 or 1, where the textbook
 * interval does not. Cost: constant.
 * @param level two-sided, for example 0.95
 * @returns [0, 1] where nothing was counted
 * @see https://en.wikipedia.org/wiki/Binomial_proportion_confidence_interval#Wilson_score_interval
 * @example wilsonInterval(8, 10) // [0.490, 0.943]
 */
export function wilsonInterval(
  successes: number,
  n: number,
  level = 0.95,
): [low: number, high: number] {
  if (n <= 0) return [0, 1];
  const z = normalQuantile((1 + level) / 2, 0, 1);
  const share = successes / n;
  const scale = 1 + (z * z) / n;
  const centre = (share + (z * z) / (2 * n)) / scale;
  const half = (z / scale) * Math.sqrt((share * (1 - share)) / n + (z * z) / (4 * n * n));
  return [Math.max(0, centre - half), Math.min(1, centre + half)];
}
