import normalQuantile from '@stdlib/stats-base-dists-normal-quantile';

interface Count {
  events: number;
  n: number;
}

export interface CountPair {
  one: Count;
  other: Count;
}

/**
 * Mantel and Haenszel's ratio of two shares (risk ratio) over strata that differ in all else, with the interval of Greenland
 * and Robins; of a single stratum it is Katz's. Holds for few events in many strata. Cost: linear in the strata.
 * @see https://en.wikipedia.org/wiki/Relative_risk
 * @returns null where no stratum has both sides, or either side has no event in those
 */
export function stratifiedRatio(
  strata: Iterable<CountPair>,
  level = 0.95,
): { ratio: number; interval: [low: number, high: number]; n: number } | null {
  const sums = { one: 0, other: 0, spread: 0, n: 0 };
  for (const { one, other } of strata) {
    if (one.n <= 0 || other.n <= 0) continue;
    const n = one.n + other.n;
    sums.one += (one.events * other.n) / n;
    sums.other += (other.events * one.n) / n;
    sums.spread +=
      (one.n * other.n * (one.events + other.events) - one.events * other.events * n) / n ** 2;
    sums.n += n;
  }
  if (sums.one === 0 || sums.other === 0) return null;
  const ratio = sums.one / sums.other;
  const error = Math.sqrt(Math.max(0, sums.spread / (sums.one * sums.other)));
  const reach = Math.exp(normalQuantile((1 + level) / 2, 0, 1) * error);
  return { ratio, interval: [ratio / reach, ratio * reach], n: sums.n };
}
