import type { Vector } from './vectoriser.js';

/**
 * One machine a class against the rest, all trained together. Keeps its dual variables, so that it can forget
 * examples and go on from there.
 */
export interface Svm {
  /** By feature, then by class. A score is a sum of them: about 1 for a class's own examples, 0 and less for others'. */
  weights: Float32Array;
  /** Rounds of passes over the examples: one that looks at every class, then some over those that are near. */
  train(examples: Int32Array, rounds: number): void;
  /** Takes what these examples contributed out of the weights; they are not trained on until they are named again. */
  forget(examples: Int32Array): void;
  /** Lets the weights adapt to a small change, without a look at classes that are far. */
  settle(examples: Int32Array): void;
  clone(): Svm;
}

interface Problem {
  vectors: readonly Vector[];
  /** Class of each vector. */
  labels: Int32Array;
  classes: number;
  features: number;
  /** Cost of a margin violation. */
  cost: number;
}

/**
 * Linear support vector machines with squared hinge loss, by dual coordinate descent (Hsieh et al. 2008, the algorithm of
 * liblinear, https://www.csie.ntu.edu.tw/~cjlin/papers/cddual.pdf). Own examples shall score 1 or more, others 0 or less: in
 * place of a learned constant, so that at the start, and for nearly all classes later, there is nothing to correct. An example
 * keeps a list of the classes near it, and only a round's first pass looks at the others (what liblinear calls shrinking). The
 * order of examples is shuffled by a fixed sequence, so equal input gives equal weights. Cost of a round: features of the examples × classes.
 */
export function createSvm(problem: Problem): Svm {
  const { vectors, labels, classes, features } = problem;
  return machine(problem, {
    weights: new Float32Array(features * classes),
    alpha: new Float32Array(vectors.length * classes),
    near: Array.from(labels, (label) => Int32Array.of(label)),
  });
}

interface State {
  weights: Float32Array;
  /** Dual variables, by example, then by class. */
  alpha: Float32Array;
  /** Of each example. */
  near: Int32Array[];
}

/** A class that scores less, as most do, will hardly be violated before the next look. */
const nearness = 0;
/** Steps smaller than this cost as much as large ones and move nothing. */
const tolerance = 0.02;
const passesOverNear = 2;

function machine(problem: Problem, state: State): Svm {
  const { vectors, labels, classes } = problem;
  const { weights, alpha, near } = state;
  const diagonal = 1 / (2 * problem.cost);
  const scores = new Float32Array(classes);
  const moved = new Int32Array(classes);
  const steps = new Float32Array(classes);

  /** Adds `steps` × the example to the weights of the first `count` classes in `moved`. */
  function move({ ids, values }: Vector, count: number): void {
    for (let j = 0; j < ids.length; j++) {
      const row = (ids[j] as number) * classes;
      const value = values[j] as number;
      for (let m = 0; m < count; m++) {
        const at = row + (moved[m] as number);
        weights[at] = (weights[at] as number) + (steps[m] as number) * value;
      }
    }
  }

  function scoreNear({ ids, values }: Vector, list: Int32Array): void {
    for (const k of list) scores[k] = 0;
    for (let j = 0; j < ids.length; j++) {
      const row = (ids[j] as number) * classes;
      const value = values[j] as number;
      for (let m = 0; m < list.length; m++) {
        const k = list[m] as number;
        scores[k] = (scores[k] as number) + value * (weights[row + k] as number);
      }
    }
  }

  /** One step on the dual variables of an example's classes, whose scores are known. */
  function step(example: number, list: Int32Array): void {
    const own = labels[example];
    let count = 0;
    for (const k of list) {
      const at = example * classes + k;
      const before = alpha[at] as number;
      const score = scores[k] as number;
      const gradient = (k === own ? score - 1 : -score) + diagonal * before;
      if ((before === 0 && gradient >= 0) || Math.abs(gradient) < tolerance) continue;
      // Vectors have length 1, so the curvature is 1 + diagonal.
      const after = Math.max(0, before - gradient / (1 + diagonal));
      alpha[at] = after;
      steps[count] = k === own ? after - before : before - after;
      moved[count++] = k;
    }
    if (count > 0) move(vectors[example] as Vector, count);
  }

  function passOverNear(order: Int32Array): void {
    for (const example of order) {
      const list = near[example] as Int32Array;
      scoreNear(vectors[example] as Vector, list);
      step(example, list);
    }
  }

  function passOverAll(order: Int32Array): void {
    for (const example of order) {
      addScores(weights, classes, vectors[example] as Vector, scores.fill(0));
      let count = 0;
      for (let k = 0; k < classes; k++)
        if (
          k === labels[example] ||
          (scores[k] as number) > nearness ||
          (alpha[example * classes + k] as number) > 0
        )
          moved[count++] = k;
      near[example] = moved.slice(0, count);
      step(example, near[example] as Int32Array);
    }
  }

  return {
    weights,
    train(examples, rounds) {
      const order = shuffled(examples);
      for (let round = 0; round < rounds; round++) {
        if (round === 0) passOverNear(order);
        passOverAll(order);
        for (let pass = 0; pass < passesOverNear; pass++) passOverNear(order);
      }
    },
    forget(examples) {
      for (const example of examples) {
        let count = 0;
        for (let k = 0; k < classes; k++) {
          const at = example * classes + k;
          if (alpha[at] === 0) continue;
          steps[count] = (alpha[at] as number) * (labels[example] === k ? -1 : 1);
          moved[count++] = k;
          alpha[at] = 0;
        }
        move(vectors[example] as Vector, count);
      }
    },
    settle(examples) {
      const order = shuffled(examples);
      for (let pass = 0; pass < passesOverNear; pass++) passOverNear(order);
    },
    clone: () =>
      machine(problem, { weights: weights.slice(), alpha: alpha.slice(), near: near.slice() }),
  };
}

/** Adds a text's scores for all classes: four features at a time, which halves the traffic of memory. */
export function addScores(
  weights: Float32Array,
  classes: number,
  { ids, values }: Pick<Vector, 'ids' | 'values'>,
  scores: Float32Array,
): void {
  for (let j = 0; j < ids.length; j += 4) {
    const left = ids.length - j;
    const a = (ids[j] as number) * classes;
    const b = left > 1 ? (ids[j + 1] as number) * classes : a;
    const c = left > 2 ? (ids[j + 2] as number) * classes : a;
    const d = left > 3 ? (ids[j + 3] as number) * classes : a;
    const va = values[j] as number;
    const vb = left > 1 ? (values[j + 1] as number) : 0;
    const vc = left > 2 ? (values[j + 2] as number) : 0;
    const vd = left > 3 ? (values[j + 3] as number) : 0;
    for (let k = 0; k < classes; k++)
      scores[k] =
        (scores[k] as number) +
        va * (weights[a + k] as number) +
        vb * (weights[b + k] as number) +
        vc * (weights[c + k] as number) +
        vd * (weights[d + k] as number);
  }
}

/** Fisher-Yates with a linear congruential generator (Numerical Recipes' constants). */
function shuffled(examples: Int32Array): Int32Array {
  const order = examples.slice();
  let state = 12345;
  for (let i = order.length - 1; i > 0; i--) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    const j = (state >>> 8) % (i + 1);
    const swap = order[i] as number;
    order[i] = order[j] as number;
    order[j] = swap;
  }
  return order;
}
