import normalQuantile from '@stdlib/stats-base-dists-normal-quantile';

/**
 * Ratio of two shares (risk ratio) with Katz's log interval. An empty cell gets half a count, as Haldane has it.
 * Cost: constant.
 * @see https://en.wikipedia.org/wiki/Relative_risk#Inference
 * @returns null where either side has no counts, or neither has an event
 * @example ratioInterval({events: 12, n: 100}, {events: 4, n: 100}) // {ratio: 3, interval: [1.002, 8.987]}
 */
export function ratioInterval(
  one: { events: number; n: number },
  other: { events: number; n: number },
  level = 0.95,
): { ratio: number; interval: [low: number, high: number] } | null {
  if (one.n <= 0 || other.n <= 0 || one.events + other.events === 0) return null;
  const half = one.events === 0 || other.events === 0 ? 0.5 : 0;
  const [a, n] = [one.events + half, one.n + half];
  const [c, m] = [other.events + half, other.n + half];
  const ratio = a / n / (c / m);
  const error = Math.sqrt(Math.max(0, 1 / a - 1 / n + 1 / c - 1 / m));
  const reach = Math.exp(normalQuantile((1 + level) / 2, 0, 1) * error);
  return { ratio, interval: [ratio / reach, ratio * reach] };
}
