/** A mean with days as clusters, since the journeys of one day share its queues and its outages. */

import type { Estimate } from '../domain/estimate.js';
import type { JourneyResult } from '../domain/journey.js';
import { clusteredMean } from '../stats/clustered-mean.js';
import { meanInterval } from '../stats/mean-interval.js';

/** @param of null where unknown: left out. @returns null with fewer than two values; of a single day the plain interval */
export function meanByDay<T extends { day: string }>(
  list: readonly T[],
  of: (one: T) => number | null,
): Estimate | null {
  const days = new Map<string, number[]>();
  for (const one of list) {
    const value = of(one);
    if (value === null) continue;
    const known = days.get(one.day);
    if (known) known.push(value);
    else days.set(one.day, [value]);
  }
  const clusters = [...days.values()];
  const found = clusteredMean(clusters) ?? meanInterval(clusters.flat());
  return found && { value: found.mean, interval: found.interval, n: clusters.flat().length };
}

export function meanOf(values: readonly number[]): number | null {
  return values.length === 0 ? null : values.reduce((a, b) => a + b, 0) / values.length;
}

/** Journeys whose agent contact is known for sure: only these may speak for the agent side. */
export const linkedOf = (results: readonly JourneyResult[]): JourneyResult[] =>
  results.filter(({ link }) => link.status === 'linked');
