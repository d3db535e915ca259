/**
 * Chance of at least `least` successes in independent trials, each with its own probability; 1 where `least` is 0 or less.
 * Exact, by adding one trial after another. Cost: n times `least`.
 * @param probabilities of the trials, each from 0 to 1
 * @see https://en.wikipedia.org/wiki/Poisson_binomial_distribution
 * @example poissonBinomialTail([0.5, 0.5], 2) // 0.25
 */
export function poissonBinomialTail(probabilities: readonly number[], least: number): number {
  if (least <= 0) return 1;
  // Chances of 0, 1, … least - 1 successes so far; those who have reached `least` stay there.
  const fewer = new Float64Array(least);
  fewer[0] = 1;
  let reached = 0;
  for (const p of probabilities) {
    reached += p * (fewer[least - 1] ?? 0);
    for (let k = least - 1; k > 0; k--)
      fewer[k] = (1 - p) * (fewer[k] ?? 0) + p * (fewer[k - 1] ?? 0);
    fewer[0] = (1 - p) * (fewer[0] ?? 0);
  }
  return reached;
}
