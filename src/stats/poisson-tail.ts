import chisquareCdf from '@stdlib/stats-base-dists-chisquare-cdf';

/**
 * Upper tail of the Poisson distribution, P(X >= count), by its identity with the chi-square distribution; `count` need
 * not be whole, which quasi-Poisson counts (divided by their dispersion) are not. Cost: one incomplete gamma function.
 * @see https://en.wikipedia.org/wiki/Poisson_distribution#Definitions
 */
export function poissonTail(count: number, mean: number): number {
  if (count <= 0) return 1;
  if (mean <= 0) return 0;
  return chisquareCdf(2 * mean, 2 * count);
}
