/** What chance alone puts into one cell of a two-by-two table whose margins are given. */

/** Counts of one stratum. */
interface Margins {
  exposed: number;
  failed: number;
  total: number;
}

/**
 * Mean and variance of the hypergeometric distribution: how many of `exposed` fail if the `failed` are spread by chance.
 * Both 0 where the stratum can say nothing. Cost: constant.
 * @see https://en.wikipedia.org/wiki/Hypergeometric_distribution
 */
export function hypergeometric({ exposed, failed, total }: Margins): {
  expected: number;
  variance: number;
} {
  if (total < 2) return { expected: (exposed * failed) / Math.max(1, total), variance: 0 };
  const expected = (exposed * failed) / total;
  const variance =
    (expected * (total - exposed) * (total - failed)) / (total * Math.max(1, total - 1));
  return { expected, variance };
}
