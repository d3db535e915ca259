/** What a journey would have cost without a finding: the mean of those without it that are like it in all else. */
import { median } from 'simple-statistics';
import type { Category } from '../domain/categories.js';
import type { JourneyResult } from '../domain/journey.js';
import type { Measure } from './factor.js';

/** Fewer matched journeys than this are an anecdote; the next coarser stratum is asked. */
const minimumMatched = 5;
const bandHours = 4;

/** A journey's strata, finest first; the last holds all journeys. Journeys of no known reason match on the rest. */
function strataOf({ outcome: { reason }, hour, channel }: JourneyResult): string[] {
  const band = Math.floor(hour / bandHours);
  const like = [`${band}/${channel}`, channel, ''];
  if (reason === undefined) return like;
  return [`${reason}|${band}/${channel}`, `${reason}|${channel}`, `${reason}|`, ...like];
}

interface Total {
  n: number;
  sum: number;
}
type Totals = Map<string, Total>;

export interface Matched {
  /** Expected cost of a journey without a finding of this category; null where no other journey tells. */
  expected(result: JourneyResult, measure: Measure, category: Category): number | null;
}

/** Each measure's totals, over all journeys and over those of a category, are made when first asked for. */
export function matchJourneys(results: readonly JourneyResult[]): Matched {
  const strata = new Map(results.map((result) => [result, strataOf(result)]));
  const withCategory = new Map<Category, JourneyResult[]>();
  for (const result of results) {
    for (const category of new Set(result.findings.map((finding) => finding.category))) {
      const known = withCategory.get(category);
      if (known) known.push(result);
      else withCategory.set(category, [result]);
    }
  }
  const all = remembered((measure) => totalsOf(results, measure));
  const own = new Map<Category, (measure: Measure) => Totals>();
  const middles = remembered((measure) => {
    const known = results.flatMap((result) => measure.of(result) ?? []);
    return known.length === 0 ? null : median(known);
  });

  function totalsOf(list: readonly JourneyResult[], measure: Measure): Totals {
    const totals: Totals = new Map();
    for (const result of list) {
      const value = measure.of(result);
      if (value === null) continue;
      for (const stratum of strata.get(result) ?? []) {
        const known = totals.get(stratum);
        if (!known) totals.set(stratum, { n: 1, sum: value });
        else {
          known.n++;
          known.sum += value;
        }
      }
    }
    return totals;
  }

  return {
    expected(result, measure, category) {
      const mine =
        own.get(category) ??
        remembered((one: Measure) => totalsOf(withCategory.get(category) ?? [], one));
      own.set(category, mine);
      for (const stratum of strata.get(result) ?? strataOf(result)) {
        const whole = all(measure).get(stratum);
        const part = mine(measure).get(stratum) ?? { n: 0, sum: 0 };
        if (whole && whole.n - part.n >= minimumMatched)
          return Math.max(0, (whole.sum - part.sum) / (whole.n - part.n));
      }
      return middles(measure);
    },
  };
}

function remembered<T>(make: (measure: Measure) => T): (measure: Measure) => T {
  const made = new Map<string, { value: T }>();
  return (measure) => {
    const known = made.get(measure.id) ?? { value: make(measure) };
    made.set(measure.id, known);
    return known.value;
  };
}
