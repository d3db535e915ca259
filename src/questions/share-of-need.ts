/** How probable it is that a share of asks, as it would be seen if all asks were read, is above a bound. */
import normalCdf from '@stdlib/stats-base-dists-normal-cdf';

/** A share that is not known exactly. */
export interface Uncertain {
  mean: number;
  variance: number;
}

export interface Count {
  hits: number;
  all: number;
}

/**
 * Posterior of a share: what was counted, and `trust` trials that came out as is usual.
 * Mean and variance of a beta distribution. Cost: constant.
 */
export function shareOf({ hits, all }: Count, usual: number, trust: number): Uncertain {
  const n = all + trust;
  const mean = (hits + trust * usual) / n;
  return { mean, variance: (mean * (1 - mean)) / (n + 1) };
}

/**
 * P(seen / read > bound): what is seen is the true share times the share of asks that is read. Both are taken as normal,
 * so that `seen - bound * read` is. Cost: constant.
 */
export function probabilityAbove(bound: number, seen: Uncertain, read: Uncertain): number {
  const mean = seen.mean - bound * read.mean;
  const deviation = Math.sqrt(seen.variance + bound ** 2 * read.variance);
  if (deviation === 0) return mean > 0 ? 1 : 0;
  return normalCdf(mean / deviation, 0, 1);
}
