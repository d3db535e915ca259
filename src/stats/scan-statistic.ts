/**
 * Kulldorff's scan statistic for counts: the log likelihood ratio of a rate of its own inside a window against one rate
 * everywhere; 0 where no more lie inside than expected. Of many windows the one with the most is where a cluster likeliest lies.
 * @param observed cases inside; `expected` those that chance would put there; `total` cases inside and outside
 * @see Kulldorff (1997), A spatial scan statistic, Communications in Statistics 26(6)
 * @example scanStatistic(5, 5, 20) // 0
 */
export function scanStatistic(observed: number, expected: number, total: number): number {
  if (observed <= expected || expected <= 0) return 0;
  const part = (seen: number, chance: number) => (seen === 0 ? 0 : seen * Math.log(seen / chance));
  return part(observed, expected) + part(total - observed, total - expected);
}
