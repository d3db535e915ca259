import normalCdf from '@stdlib/stats-base-dists-normal-cdf';
import normalQuantile from '@stdlib/stats-base-dists-normal-quantile';

export interface DetectableQuestion {
  /** Rate of the others, 0 to 1. */
  baseRate: number;
  /** How many are exposed, and how many are the others. */
  exposed: number;
  others: number;
  /** One-sided level of the test. */
  alpha: number;
  power?: number;
  /** How much larger than chance the variance is; 1 where nothing is known. */
  dispersion?: number;
  /** The test has to hold without the best of so many equal strata (days, say); absent: it is made once, on all. */
  strata?: number;
}

/**
 * Power of the one-sided test of two shares, normal approximation, variance pooled under the null. The best of n strata
 * lies above the others by the expected maximum of n normal values (Blom's approximation).
 */
function powerAt(rate: number, question: DetectableQuestion): number {
  const { baseRate, exposed, others, alpha, dispersion = 1, strata } = question;
  const pooled = (exposed * rate + others * baseRate) / (exposed + others);
  const under = pooled * (1 - pooled) * (1 / exposed + 1 / others) * dispersion;
  const above =
    ((rate * (1 - rate)) / exposed + (baseRate * (1 - baseRate)) / others) * dispersion || 1e-12;
  const left = strata === undefined ? 1 : 1 - 1 / strata;
  const best =
    strata === undefined
      ? 0
      : normalQuantile((strata - 0.375) / (strata + 0.25), 0, 1) * Math.sqrt(above / strata);
  const seen = (rate - baseRate) * left - best;
  const threshold = normalQuantile(1 - alpha, 0, 1) * Math.sqrt(under * left);
  return normalCdf((seen - threshold) / Math.sqrt(above * left), 0, 1);
}

/**
 * Minimum detectable rate: the smallest rate among the exposed that a one-sided test of two shares would have called
 * with the given power. Cost: fifty bisections.
 * @see https://en.wikipedia.org/wiki/Power_of_a_test
 * @returns 1 where even a certain failure would have been missed
 * @example minimumDetectableRate({baseRate: 0.2, exposed: 50, others: 500, alpha: 0.05}) // 0.359
 */
export function minimumDetectableRate(question: DetectableQuestion): number {
  const { baseRate, exposed, others, power = 0.8 } = question;
  if (exposed <= 0 || others <= 0 || powerAt(1 - 1e-9, question) < power) return 1;
  let low = baseRate;
  let high = 1;
  for (let step = 0; step < 50; step++) {
    const middle = (low + high) / 2;
    if (powerAt(middle, question) < power) low = middle;
    else high = middle;
  }
  return high;
}
