import normalCdf from '@stdlib/stats-base-dists-normal-cdf';

/**
 * Cochran-Mantel-Haenszel test with the continuity correction: do the exposed fail more than the others, within strata that may
 * differ in every other way? One bad day is one stratum and cannot make a pattern. Cost: constant.
 * @see https://en.wikipedia.org/wiki/Cochran%E2%80%93Mantel%E2%80%93Haenszel_statistics
 * @param excess failures among the exposed beyond what chance would put there (see `hypergeometric`), summed over the strata
 * @param variance of that; not above 0 where no stratum holds a comparison
 * @param dispersion how much more the strata differ than chance lets them; 1 where they do not
 * @returns the one-sided p-value: small where the exposed fail more; 1 without a comparison
 */
export function excessPValue(excess: number, variance: number, dispersion: number): number {
  if (variance <= 0) return 1;
  return normalCdf(-(excess - 0.5) / Math.sqrt(variance * dispersion), 0, 1);
}
