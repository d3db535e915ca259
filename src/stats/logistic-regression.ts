/** One row of numbers, most of them 0: feature name to value. */
export type Features = ReadonlyMap<string, number>;

export interface LogisticModel {
  /** Natural log of the odds. */
  scoreOf(row: Features): number;
  weights: ReadonlyMap<string, number>;
}

export interface LogisticOptions {
  /** Strength of the pull towards 0, in rows: a weight of 1 costs as much as half of it does in log-likelihood. */
  l2: number;
  /** Passes over all features. */
  sweeps?: number;
}

const usualSweeps = 12;
const leastCurvature = 1e-6;
const mostStep = 2;

/**
 * Logistic regression with an L2 penalty, by cyclic coordinate descent with Newton steps; the intercept is free. The same
 * rows give the same weights. Cost: one exponential for each number that is not 0, in each sweep.
 * @throws RangeError where there are not as many labels as rows
 * @see Chang, Hsieh and Lin (2008), https://www.jmlr.org/papers/v9/chang08a.html
 */
export function fitLogistic(
  rows: readonly Features[],
  labels: readonly boolean[],
  { l2, sweeps = usualSweeps }: LogisticOptions,
): LogisticModel {
  if (rows.length !== labels.length)
    throw new RangeError(`${rows.length} rows, but ${labels.length} labels`);
  const columns = columnsOf(rows);
  const scores = new Float64Array(rows.length);
  const everywhere = { at: rows.map((_, i) => i), values: rows.map(() => 1) };
  const weights = new Map([...columns.keys()].map((name) => [name, 0]));
  let intercept = 0;
  for (let sweep = 0; sweep < sweeps; sweep++) {
    intercept += step(everywhere, labels, scores, 0, 0);
    for (const [name, column] of columns) {
      const weight = weights.get(name) ?? 0;
      weights.set(name, weight + step(column, labels, scores, weight, l2));
    }
  }
  const scoreOf = (row: Features) => {
    let score = intercept;
    for (const [name, value] of row) score += (weights.get(name) ?? 0) * value;
    return score;
  };
  return { scoreOf, weights };
}

interface Column {
  at: number[];
  values: number[];
}

function columnsOf(rows: readonly Features[]): Map<string, Column> {
  const columns = new Map<string, Column>();
  rows.forEach((row, i) => {
    for (const [name, value] of row) {
      const column = columns.get(name) ?? { at: [], values: [] };
      columns.set(name, column);
      column.at.push(i);
      column.values.push(value);
    }
  });
  return columns;
}

/** Moves one weight towards its optimum, keeps the scores up to date, and returns by how much. */
function step(
  { at, values }: Column,
  labels: readonly boolean[],
  scores: Float64Array,
  weight: number,
  l2: number,
): number {
  let gradient = l2 * weight;
  let curvature = l2 + leastCurvature;
  for (let n = 0; n < at.length; n++) {
    const i = at[n] ?? 0;
    const value = values[n] ?? 0;
    const p = 1 / (1 + Math.exp(-(scores[i] ?? 0)));
    gradient += value * (p - (labels[i] ? 1 : 0));
    curvature += value * value * p * (1 - p);
  }
  const change = Math.max(-mostStep, Math.min(mostStep, -gradient / curvature));
  for (let n = 0; n < at.length; n++) {
    const i = at[n] ?? 0;
    scores[i] = (scores[i] ?? 0) + change * (values[n] ?? 0);
  }
  return change;
}
