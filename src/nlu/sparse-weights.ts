import type { Vector } from './vectoriser.js';

/** Weights of all classes in rows by feature, without those too small to matter. */
export interface SparseWeights {
  kept: KeptWeights;
  scores(vector: Pick<Vector, 'ids' | 'values'>): Float32Array;
}

export interface KeptWeights {
  classes: number;
  /** What one step of a stored weight is worth. */
  unit: number;
  /** Where each feature's entries begin, and, last, where all end. */
  starts: Int32Array;
  /** A weight in steps in the upper half, its class in the lower. */
  entries: Int32Array;
}

const half = 16;
const largest = 2 ** (half - 1) - 1;

/**
 * Most features say something of a few classes only, so a row holds few weights. A weight and its class share one 32-bit
 * number: what scoring a text costs is waiting for memory.
 *
 * @param dense by feature, then by class.
 * @param floor weights whose absolute value is below this are dropped.
 */
export function sparseWeights(dense: Float32Array, classes: number, floor: number): SparseWeights {
  const features = dense.length / classes;
  const starts = new Int32Array(features + 1);
  let size = 0;
  let top = floor;
  for (let at = 0; at < dense.length; at++) {
    const weight = Math.abs(dense[at] as number);
    if (weight >= floor) size++;
    top = Math.max(top, weight);
  }
  const unit = top / largest;
  const entries = new Int32Array(size);
  let end = 0;
  for (let id = 0; id < features; id++) {
    for (let k = 0; k < classes; k++) {
      const weight = dense[id * classes + k] as number;
      if (Math.abs(weight) >= floor) entries[end++] = (Math.round(weight / unit) << half) | k;
    }
    starts[id + 1] = end;
  }

  return createWeights({ classes, unit, starts, entries });
}

export function createWeights(kept: KeptWeights): SparseWeights {
  const { classes, unit, starts, entries } = kept;
  return {
    kept,
    scores({ ids, values }) {
      const scores = new Float32Array(classes);
      for (let j = 0; j < ids.length; j++) {
        const id = ids[j] as number;
        const amount = (values[j] as number) * unit;
        for (let at = starts[id] as number, last = starts[id + 1] as number; at < last; at++) {
          const entry = entries[at] as number;
          const k = entry & 0xffff;
          scores[k] = (scores[k] as number) + amount * (entry >> half);
        }
      }
      return scores;
    },
  };
}
