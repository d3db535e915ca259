import normalCdf from '@stdlib/stats-base-dists-normal-cdf';
import { hypergeometric, type Stratum } from './hypergeometric.js';

export interface CochranMantelHaenszel {
  /** Failures among the exposed beyond what chance would put there, and the variance of that. */
  excess: number;
  variance: number;
  /** One-sided: large where the exposed fail more. With the continuity correction if asked for. */
  z: number;
  pValue: number;
  /** z without its sign, squared: the usual statistic with one degree of freedom. */
  chiSquare: number;
  /** Mantel and Haenszel's pooled odds ratio; Infinity or NaN where the strata hold no comparison. */
  oddsRatio: number;
}

/**
 * Cochran-Mantel-Haenszel test: do the exposed fail more than the others, within strata that may differ in every
 * other way? One bad day is one stratum and cannot make a pattern. Cost: linear in the strata.
 * @see https://en.wikipedia.org/wiki/Cochran%E2%80%93Mantel%E2%80%93Haenszel_statistics
 * @returns null where no stratum holds a comparison
 */
export function cochranMantelHaenszel(
  strata: Iterable<Stratum>,
  { corrected = false } = {},
): CochranMantelHaenszel | null {
  let excess = 0;
  let variance = 0;
  let worse = 0;
  let better = 0;
  for (const stratum of strata) {
    const { both, exposed, failed, total } = stratum;
    if (total < 2) continue;
    const chance = hypergeometric(stratum);
    excess += both - chance.expected;
    variance += chance.variance;
    worse += (both * (total - exposed - failed + both)) / total;
    better += ((exposed - both) * (failed - both)) / total;
  }
  if (variance <= 0) return null;
  const size = corrected ? Math.max(0, Math.abs(excess) - 0.5) : Math.abs(excess);
  const z = (Math.sign(excess) * size) / Math.sqrt(variance);
  return {
    excess,
    variance,
    z,
    pValue: normalCdf(-z, 0, 1),
    chiSquare: z * z,
    oddsRatio: worse / better,
  };
}
