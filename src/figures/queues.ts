import { median } from 'simple-statistics';
import type { QueueFigures } from '../domain/figures.js';
import type { JourneyResult } from '../domain/journey.js';
import { groupBy } from '../lib/group-by.js';
import { linkedOf, meanOf } from './by-day.js';

/** What became of the bot's customers in each queue, the largest first. */
export function queueFigures(results: readonly JourneyResult[]): QueueFigures[] {
  const queued = linkedOf(results).flatMap(({ queue, ...result }) =>
    queue === undefined ? [] : [{ ...result, queue }],
  );
  return [...groupBy(queued, ({ queue }) => queue)]
    .map(([queue, own]) => {
      const waits = own.flatMap(({ effort }) => effort.wait ?? []);
      const share = (of: (one: JourneyResult) => boolean | undefined) =>
        meanOf(own.flatMap((one) => of(one) ?? []).map(Number));
      return {
        queue,
        journeys: own.length,
        medianWaitSeconds: waits.length === 0 ? null : median(waits),
        transferredShare: share(({ outcome }) => outcome.transferred),
        resolvedShare: share(({ outcome }) => outcome.resolved),
        csat: meanOf(own.flatMap(({ outcome }) => outcome.csat ?? [])),
      };
    })
    .sort((a, b) => b.journeys - a.journeys || (a.queue < b.queue ? -1 : 1));
}
