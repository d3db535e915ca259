/** How sure one look must be where there is a look every night until a planned end. */
import tQuantile from '@stdlib/stats-base-dists-t-quantile';
import { level } from './settings.js';

/** Degrees of freedom are whole numbers, few of them, and asked for again and again; the quantile is slow. */
const ends = new Map<string, number>();

/**
 * O'Brien and Fleming's boundary, in standard errors, for looks without number. The estimate times its information is
 * Brownian motion in information, and that crosses c at some time up to the end with probability 2 (1 - Phi(c)), by
 * reflection: so c is the 1 - level / 4 quantile, and a look at a share f of the planned information needs c / sqrt(f).
 * Student's t takes the place of the normal, since the spread is estimated.
 * @param part of the level that these looks may spend, where others spend the rest
 * @see https://en.wikipedia.org/wiki/Reflection_principle_(Wiener_process)
 * @see https://doi.org/10.2307/2530245 (O'Brien, Fleming 1979)
 */
export function boundary(fraction: number, freedom: number, part = 1): number {
  const key = `${part}/${freedom}`;
  const end = ends.get(key) ?? tQuantile(1 - (part * level) / 4, Math.max(1, freedom));
  ends.set(key, end);
  return end / Math.sqrt(Math.min(1, Math.max(1e-6, fraction)));
}
