import type { Vector } from './vectoriser.js';

/** Weights of all classes in rows by feature, without those too small to matter. */
export interface SparseWeights {
  scores(vector: Pick<Vector, 'ids' | 'values'>): Float32Array;
}

/**
 * Most features say something of a few classes only, so a row holds few weights and scoring a text takes microseconds.
 *
 * @param dense one array a class, by feature id. An entry beyond the last feature is the class's constant.
 * @param floor weights whose absolute value is below this are dropped.
 */
export function sparseWeights(
  dense: readonly Float32Array[],
  features: number,
  floor: number,
): SparseWeights {
  const starts = new Int32Array(features + 1);
  for (const weights of dense)
    for (let id = 0; id < features; id++)
      if (Math.abs(weights[id] as number) >= floor) starts[id + 1] = (starts[id + 1] as number) + 1;
  for (let id = 0; id < features; id++)
    starts[id + 1] = (starts[id + 1] as number) + (starts[id] as number);
  const classes = new Uint16Array(starts[features] as number);
  const values = new Float32Array(classes.length);
  const next = starts.slice();
  dense.forEach((weights, k) => {
    for (let id = 0; id < features; id++) {
      const weight = weights[id] as number;
      if (Math.abs(weight) < floor) continue;
      const at = next[id] as number;
      next[id] = at + 1;
      classes[at] = k;
      values[at] = weight;
    }
  });
  const constants = Float32Array.from(dense, (weights) => weights[features] ?? 0);

  return {
    scores({ ids, values: amounts }) {
      const scores = constants.slice();
      for (let j = 0; j < ids.length; j++) {
        const id = ids[j] as number;
        const amount = amounts[j] as number;
        for (let at = starts[id] as number, end = starts[id + 1] as number; at < end; at++) {
          const k = classes[at] as number;
          scores[k] = (scores[k] as number) + amount * (values[at] as number);
        }
      }
      return scores;
    },
  };
}
