import cdf from '@stdlib/stats-base-dists-normal-cdf';
import quantile from '@stdlib/stats-base-dists-normal-quantile';

/** Beyond this many standard deviations below 0 the tail is a straight exponential, and the functions lose their digits. */
const farthest = 6;

/**
 * A normal estimate of something that cannot be negative: mean and quantiles of the normal distribution cut at 0. An
 * estimate far above 0 stays as it is, one below becomes a small positive number, and none is cut to 0. Cost: constant.
 * @see https://en.wikipedia.org/wiki/Truncated_normal_distribution
 */
export function nonNegative(
  mean: number,
  deviation: number,
  level: number,
): { mean: number; interval: [low: number, high: number] } {
  if (deviation <= 0)
    return { mean: Math.max(0, mean), interval: [Math.max(0, mean), Math.max(0, mean)] };
  const from = Math.min(farthest, -mean / deviation);
  const centre = -from * deviation;
  const below = cdf(from, 0, 1);
  const density = Math.exp(-(from ** 2) / 2) / Math.sqrt(2 * Math.PI);
  const at = (share: number): number =>
    Math.max(0, centre + deviation * quantile(below + share * (1 - below), 0, 1));
  return {
    mean: centre + (deviation * density) / (1 - below),
    interval: [at((1 - level) / 2), at((1 + level) / 2)],
  };
}
