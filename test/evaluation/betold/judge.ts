/** How well losses are foretold: cross-validated, with every choice made inside the training part. */
import type { Flow, Step } from '../../../src/figures/losses/flow.js';

/** Learns from some flows and returns the score of a session so far; the higher, the likelier lost. */
export type Foreteller = (flows: readonly Flow[]) => (steps: readonly Step[]) => number;

export interface Foretold {
  /** Area under the ROC curve: P(a lost session scores higher than one that was not). */
  auc: number;
  precision: number;
  recall: number;
  f1: number;
}

const innerFolds = 3;

/**
 * Scores every session by a model that has not seen it.
 * @param seen what of a session is shown, for example all but its end
 * @param foldOf the fold of a session by its position, 0 to `folds` - 1
 */
export function crossValidate(
  flows: readonly Flow[],
  learn: Foreteller,
  seen: (flow: Flow) => readonly Step[],
  folds: number,
  foldOf: (position: number) => number,
): Foretold {
  const scores = new Float64Array(flows.length);
  const called = new Array<boolean>(flows.length).fill(false);
  for (let fold = 0; fold < folds; fold++) {
    const train = flows.filter((_, i) => foldOf(i) !== fold);
    const score = learn(train);
    const threshold = chooseThreshold(train, learn, seen);
    flows.forEach((flow, i) => {
      if (foldOf(i) !== fold) return;
      scores[i] = score(seen(flow));
      called[i] = (scores[i] ?? 0) >= threshold;
    });
  }
  const hit = flows.filter(({ lost }, i) => lost && called[i]).length;
  const said = called.filter(Boolean).length;
  const lost = flows.filter((flow) => flow.lost).length;
  return {
    auc: areaUnderCurve(scores, flows),
    precision: said === 0 ? 0 : hit / said,
    recall: lost === 0 ? 0 : hit / lost,
    f1: said + lost === 0 ? 0 : (2 * hit) / (said + lost),
  };
}

/** The score from which F1 is highest, on models that have not seen what they score. */
function chooseThreshold(
  flows: readonly Flow[],
  learn: Foreteller,
  seen: (flow: Flow) => readonly Step[],
): number {
  const scored = Array.from({ length: innerFolds }, (_, fold) => {
    const score = learn(flows.filter((_, i) => i % innerFolds !== fold));
    return flows
      .filter((_, i) => i % innerFolds === fold)
      .map((flow) => ({ score: score(seen(flow)), lost: flow.lost }));
  }).flat();
  scored.sort((a, b) => b.score - a.score);
  const lost = scored.filter((one) => one.lost).length;
  let [hit, best, threshold] = [0, -1, 0];
  scored.forEach((one, i) => {
    if (one.lost) hit += 1;
    const f1 = (2 * hit) / (i + 1 + lost);
    if (f1 <= best) return;
    best = f1;
    threshold = one.score;
  });
  return threshold;
}

/** By ranks, ties counted half. 0.5 where there is nothing to tell apart. */
export function areaUnderCurve(scores: ArrayLike<number>, flows: readonly Flow[]): number {
  const order = flows.map((flow, i) => ({ score: scores[i] ?? 0, lost: flow.lost }));
  order.sort((a, b) => a.score - b.score);
  let [ranks, lost] = [0, 0];
  for (let from = 0; from < order.length; ) {
    let to = from;
    while (to < order.length && order[to]?.score === order[from]?.score) to += 1;
    for (const one of order.slice(from, to))
      if (one.lost) {
        ranks += (from + 1 + to) / 2;
        lost += 1;
      }
    from = to;
  }
  const kept = order.length - lost;
  return lost === 0 || kept === 0 ? 0.5 : (ranks - (lost * (lost + 1)) / 2) / (lost * kept);
}
