/**
 * The largest p-value that Benjamini and Hochberg would call, so that the expected share of false calls is at most `rate`, for
 * tests that are independent or rise together; the first step's where none is. Cost: n log n.
 * @see https://en.wikipedia.org/wiki/False_discovery_rate#Benjamini%E2%80%93Hochberg_procedure
 * @example discoveryThreshold([0.01, 0.02, 0.2], 0.05) // 0.033
 */
export function discoveryThreshold(pValues: readonly number[], rate: number): number {
  const sorted = [...pValues].sort((a, b) => a - b);
  const last = sorted.findLastIndex((p, i) => p <= (rate * (i + 1)) / sorted.length);
  return (rate * Math.max(1, last + 1)) / Math.max(1, sorted.length);
}
