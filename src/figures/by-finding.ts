/** Satisfaction and complaints of the journeys with each finding, beside those without it. */
import { type Category, categoryNames } from '../domain/categories.js';
import type { Estimate } from '../domain/estimate.js';
import type { FindingFigures } from '../domain/figures.js';
import type { JourneyResult } from '../domain/journey.js';
import { meanInterval } from '../stats/mean-interval.js';
import { linkedOf } from './by-day.js';
import { fewestRatings } from './settings.js';

/** @returns those with enough ratings on both sides, the least content first. The difference is no proof of a cause. */
export function byFinding(results: readonly JourneyResult[]): FindingFigures[] {
  const linked = linkedOf(results).map((result) => ({
    result,
    found: new Set(result.findings.map(({ category }) => category)),
  }));
  return categoryNames
    .flatMap((category) => {
      const by = (has: boolean) =>
        linked.flatMap(({ result, found }) => (found.has(category) === has ? result : []));
      return figuresOf(category, by(true), by(false)) ?? [];
    })
    .sort(
      (a, b) => a.csatWith.value - a.csatWithout.value - (b.csatWith.value - b.csatWithout.value),
    );
}

function figuresOf(
  category: Category,
  own: readonly JourneyResult[],
  others: readonly JourneyResult[],
): FindingFigures | null {
  const [csatWith, csatWithout] = [csatOf(own), csatOf(others)];
  if (csatWith === null || csatWithout === null) return null;
  return {
    category,
    journeys: own.length,
    csatWith,
    csatWithout,
    complainedWith: complainedIn(own),
    complainedWithout: complainedIn(others),
  };
}

function csatOf(list: readonly JourneyResult[]): Estimate | null {
  const rated = list.flatMap(({ outcome }) => outcome.csat ?? []);
  const found = rated.length < fewestRatings ? null : meanInterval(rated);
  return found && { value: found.mean, interval: found.interval, n: rated.length };
}

/** A source that only ever says "complained" tells nothing of the others. */
function complainedIn(list: readonly JourneyResult[]): number | null {
  const known = list.flatMap(({ outcome }) => outcome.complaint ?? []);
  const complained = known.filter(Boolean).length;
  return known.length === 0 || complained === known.length ? null : complained / known.length;
}
