import type { Vector } from './vectoriser.js';

export interface SvmOptions {
  /** Cost of a margin violation. */
  cost: number;
  /** Passes over a class's examples at most. */
  epochs: number;
  /** Stops when no dual gradient is larger. */
  tolerance: number;
  /** Value of the constant feature. Below 1 it is regularised more. */
  bias: number;
}

/** One class against the rest: weights by feature id, the bias last. */
export type Weights = Float32Array;

/**
 * Linear support vector machine with squared hinge loss, by dual coordinate descent with shrinking (Hsieh et al. 2008,
 * the algorithm of liblinear, https://www.csie.ntu.edu.tw/~cjlin/papers/cddual.pdf). The order of examples is shuffled once by a
 * fixed congruential sequence, so equal input gives equal weights. Cost: passes × features of the examples.
 *
 * @param examples positions in `vectors` that this class is trained on.
 */
export function trainSvm(
  vectors: readonly Vector[],
  examples: Int32Array,
  isPositive: (example: number) => boolean,
  features: number,
  options: SvmOptions,
): Weights {
  const weights = new Float32Array(features + 1);
  const { bias } = options;
  const order = shuffled(examples);
  const alpha = new Float64Array(order.length);
  const norm = new Float64Array(order.length);
  const sign = new Int8Array(order.length);
  for (let p = 0; p < order.length; p++) {
    norm[p] = bias * bias + squaredNorm(vectors[order[p] as number] as Vector);
    sign[p] = isPositive(order[p] as number) ? 1 : -1;
  }
  const diagonal = 1 / (2 * options.cost);
  const everyone = Int32Array.from(order.keys());
  let active = everyone.slice();
  let size = active.length;
  let bound = Number.POSITIVE_INFINITY;
  for (let epoch = 0; epoch < options.epochs; epoch++) {
    let worst = 0;
    let kept = 0;
    for (let q = 0; q < size; q++) {
      const p = active[q] as number;
      const { ids, values } = vectors[order[p] as number] as Vector;
      const y = sign[p] as number;
      const before = alpha[p] as number;
      let margin = bias * (weights[features] as number);
      for (let j = 0; j < ids.length; j++)
        margin += (weights[ids[j] as number] as number) * (values[j] as number);
      const gradient = y * margin - 1 + diagonal * before;
      if (before === 0 && gradient > bound) continue;
      active[kept++] = p;
      if (before === 0 && gradient >= 0) continue;
      worst = Math.max(worst, Math.abs(gradient));
      // A step this small costs as much as a large one and moves nothing.
      if (Math.abs(gradient) < options.tolerance / 4) continue;
      const after = Math.max(0, before - gradient / ((norm[p] as number) + diagonal));
      alpha[p] = after;
      const step = (after - before) * y;
      weights[features] = (weights[features] as number) + bias * step;
      for (let j = 0; j < ids.length; j++) {
        const id = ids[j] as number;
        weights[id] = (weights[id] as number) + step * (values[j] as number);
      }
    }
    size = kept;
    if (worst >= options.tolerance) bound = worst;
    else if (size === everyone.length) break;
    else {
      // Converged on the examples left: what was shrunk away is looked at once more.
      active = everyone.slice();
      size = active.length;
      bound = Number.POSITIVE_INFINITY;
    }
  }
  return weights;
}

function squaredNorm({ values }: Vector): number {
  let sum = 0;
  for (const value of values) sum += value * value;
  return sum;
}

/** Fisher-Yates with a linear congruential generator (Numerical Recipes' constants). */
function shuffled(examples: Int32Array): Int32Array {
  const order = examples.slice();
  let state = 12345;
  for (let i = order.length - 1; i > 0; i--) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    const j = state % (i + 1);
    const swap = order[i] as number;
    order[i] = order[j] as number;
    order[j] = swap;
  }
  return order;
}
