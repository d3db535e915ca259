/** What a journey would have cost without a finding: the mean of those without it that are like it in all else. */
import { median } from 'simple-statistics';
import type { Category } from '../domain/categories.js';
import type { JourneyResult } from '../domain/journey.js';
import { withinStrataEffects } from '../stats/within-strata-effects.js';
import type { Measure } from './factor.js';
import { bandHours, minimumMatched } from './settings.js';

/** A journey's strata, finest first; the last holds all journeys. Journeys of no known reason match on the rest. */
function strataOf({ outcome: { reason }, hour, channel, language = '' }: JourneyResult): string[] {
  const band = Math.floor(hour / bandHours);
  const side = `${channel}/${language}`;
  const like = [`${band}/${side}`, side, ''];
  if (reason === undefined) return like;
  return [`${reason}|${band}/${side}`, `${reason}|${side}`, `${reason}|`, ...like];
}

interface Total {
  n: number;
  sum: number;
}
type Totals = Map<string, Total>;

export interface Matched {
  /** Expected cost of a journey without findings of this category; null where no other journey tells. */
  expected(result: JourneyResult, measure: Measure, category: Category): number | null;
}

/** What a measure comes to: by category what it adds, and by stratum what journeys cost without any finding. */
interface Reading {
  effects: ReadonlyMap<Category, number>;
  all: Totals;
  without: Map<Category, Totals>;
  middle: number | null;
}

/**
 * Journeys with other findings, too, are matched less what those add; so a finding is not blamed for its companions. Each
 * measure is read when first asked for.
 */
export function matchJourneys(results: readonly JourneyResult[]): Matched {
  const strata = new Map(results.map((result) => [result, strataOf(result)]));
  const held = new Map(results.map((result) => [result, categoriesOf(result)]));
  const names = [...new Set([...held.values()].flat())];
  const place = new Map(names.map((name, i) => [name, i]));
  const withCategory = new Map(
    names.map((name) => [name, results.filter((one) => held.get(one)?.includes(name))]),
  );

  function read(measure: Measure): Reading {
    const known = results.flatMap((result) => measure.of(result) ?? []);
    const effects = effectsOn(measure);
    const all = totalsOf(results, measure, effects);
    const middle = known.length === 0 ? null : median(known);
    return { effects, all, without: new Map(), middle };
  }

  function effectsOn(measure: Measure): Map<Category, number> {
    const rows = results.flatMap((result) => {
      const value = measure.of(result);
      const traits = (held.get(result) ?? []).map((name) => place.get(name) ?? 0);
      return value === null ? [] : [{ stratum: strata.get(result)?.[0] ?? '', traits, value }];
    });
    const effects = withinStrataEffects(rows, names.length);
    return new Map(names.map((name, i) => [name, effects[i] ?? 0]));
  }

  function totalsOf(
    list: readonly JourneyResult[],
    measure: Measure,
    effects: Reading['effects'],
  ): Totals {
    const totals: Totals = new Map();
    for (const result of list) {
      const value = measure.of(result);
      if (value === null) continue;
      const base = value - added(held.get(result) ?? [], effects);
      for (const stratum of strata.get(result) ?? []) {
        const known = totals.get(stratum);
        if (!known) totals.set(stratum, { n: 1, sum: base });
        else {
          known.n++;
          known.sum += base;
        }
      }
    }
    return totals;
  }

  const readings = remembered(read);

  function expectedOf(result: JourneyResult, measure: Measure, category: Category): number | null {
    const { effects, all, without, middle } = readings(measure);
    const mine =
      without.get(category) ?? totalsOf(withCategory.get(category) ?? [], measure, effects);
    without.set(category, mine);
    const others = (held.get(result) ?? categoriesOf(result)).filter((one) => one !== category);
    for (const stratum of strata.get(result) ?? strataOf(result)) {
      const whole = all.get(stratum);
      const part = mine.get(stratum) ?? { n: 0, sum: 0 };
      if (whole && whole.n - part.n >= minimumMatched) {
        const base = (whole.sum - part.sum) / (whole.n - part.n);
        return Math.max(0, base + added(others, effects));
      }
    }
    return middle;
  }

  // Customers' and agents' minutes ask for the same stages.
  const answers = new Map<string, Map<JourneyResult, number | null>>();
  return {
    expected(result, measure, category) {
      const key = `${measure.id}/${category}`;
      const known = answers.get(key) ?? new Map<JourneyResult, number | null>();
      answers.set(key, known);
      let answer = known.get(result);
      if (answer === undefined) {
        answer = expectedOf(result, measure, category);
        known.set(result, answer);
      }
      return answer;
    },
  };
}

const categoriesOf = ({ findings }: JourneyResult): Category[] => [
  ...new Set(findings.map(({ category }) => category)),
];

const added = (categories: readonly Category[], effects: Reading['effects']): number =>
  categories.reduce((sum, category) => sum + (effects.get(category) ?? 0), 0);

function remembered<T>(make: (measure: Measure) => T): (measure: Measure) => T {
  const made = new Map<string, { value: T }>();
  return (measure) => {
    const known = made.get(measure.id) ?? { value: make(measure) };
    made.set(measure.id, known);
    return known.value;
  };
}
