/** How far one label follows from another: the queue from the wrap-up code, say. */

/**
 * Share (0 to 1) of the second labels' uncertainty that the first ones take away: mutual information over entropy (Theil's U).
 * 1 where the second never varies. Few pairs make it too large, which is the cautious side.
 * https://en.wikipedia.org/wiki/Uncertainty_coefficient
 */
export function dependence(pairs: readonly (readonly [first: string, second: string])[]): number {
  const whole = entropyOf(pairs.map(([, second]) => second));
  if (whole === 0) return 1;
  const groups = new Map<string, string[]>();
  for (const [first, second] of pairs) {
    const own = groups.get(first);
    if (own) own.push(second);
    else groups.set(first, [second]);
  }
  let left = 0;
  for (const own of groups.values()) left += (own.length / pairs.length) * entropyOf(own);
  return 1 - left / whole;
}

function entropyOf(items: readonly string[]): number {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1);
  let sum = 0;
  for (const n of counts.values()) sum -= (n / items.length) * Math.log2(n / items.length);
  return sum;
}
