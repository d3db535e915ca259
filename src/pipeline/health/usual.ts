/** What a weekday usually brings, and whether a count lies below it. */
import { median } from 'simple-statistics';
import { healthSettings as settings } from './settings.js';

/** What makes a deviation of the middle half of a normal distribution its standard deviation. */
const normalScale = 1.4826;

/** The usual count where `count` is surely too few; null where it is not, or where too few days are known. */
export function belowUsual(
  count: number,
  usual: readonly number[],
  leastShare: number = settings.leastShare,
): number | null {
  if (usual.length < settings.fewestUsualDays) return null;
  const middle = median([...usual]);
  const spread = median(usual.map((one) => Math.abs(one - middle))) * normalScale;
  const deviation = Math.max(Math.sqrt(middle), spread);
  const least = Math.min(middle * leastShare, middle - deviation * settings.leastDeviations);
  return count < least || (count === 0 && middle > settings.leastDeviations) ? middle : null;
}

/** null where too few days are known. */
export const usualCount = (counts: readonly number[]): number | null =>
  counts.length < settings.fewestUsualDays ? null : median([...counts]);

/** The usual share where that of tonight is surely below it: the standard deviation is that of a binomial count. */
export function belowUsualShare(
  { found, handoffs }: { found: number; handoffs: number },
  usual: readonly number[],
): number | null {
  if (usual.length < settings.fewestUsualDays || handoffs < settings.fewestHandoffs) return null;
  const middle = median([...usual]);
  const share = found / handoffs;
  const deviation = Math.sqrt((middle * (1 - middle)) / handoffs);
  const isLow =
    share < middle * settings.leastShare && share < middle - deviation * settings.leastDeviations;
  return isLow ? middle : null;
}
