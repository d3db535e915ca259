import tQuantile from '@stdlib/stats-base-dists-t-quantile';
import { mean, sampleVariance } from 'simple-statistics';

/**
 * Mean with Student's t interval, for independent values. Cost: linear.
 * @see https://en.wikipedia.org/wiki/Student%27s_t-distribution#Confidence_intervals
 * @returns null with fewer than two values
 * @example meanInterval([2, 4, 6]) // {mean: 4, interval: [-0.968, 8.968]}
 */
export function meanInterval(
  values: readonly number[],
  level = 0.95,
): { mean: number; interval: [low: number, high: number] } | null {
  if (values.length < 2) return null;
  const list = [...values];
  const centre = mean(list);
  const error = Math.sqrt(sampleVariance(list) / list.length);
  const reach = tQuantile((1 + level) / 2, list.length - 1) * error;
  return { mean: centre, interval: [centre - reach, centre + reach] };
}
