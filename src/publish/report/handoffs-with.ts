import { rollup } from 'd3-array';
import type { Category } from '../../domain/categories.js';
import type { JourneyResult } from '../../domain/journey.js';

/** Handoffs counted once, however often one shows the same: as every other table of the page counts. */
export function handoffsWith(journeys: readonly JourneyResult[]): Map<Category, number> {
  const each = journeys.flatMap(({ findings }) => [
    ...new Set(findings.map(({ category }) => category)),
  ]);
  return rollup(
    each,
    (own) => own.length,
    (category) => category,
  );
}
