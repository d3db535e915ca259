import type { HeldOut } from './calibrate.js';
import { stratifiedFolds } from './cross-validate.js';
import type { Model } from './model.js';
import { evidenceOf, type LabelledEvidence } from './none.js';
import { fewestFolds, heldBackParts } from './settings.js';
import { addScores, type Svm } from './svm.js';
import type { Vector } from './vectoriser.js';

export interface Trial {
  /** Phrases that the model was not told of, with its scores. */
  heldOut: HeldOut[];
  /** Such phrases of intents that it knows and of intents that it does not. */
  judged: LabelledEvidence[];
}

/**
 * What the model would say of its own phrases had it not been told of them: of a fifth of them (fewer where there are
 * many), which shows how far its scores can be trusted; and then of a third of the intents either, which shows what a text looks
 * like that belongs nowhere. Each starts from the whole model and forgets. Goes on until at least `wanted` phrases were held out.
 *
 * @param intents classes that are intents; a class after them stands for "none of these".
 */
export function trials(model: Model, intents: number, wanted: number): Trial {
  const trial: Trial = { heldOut: [], judged: [] };
  const labels = Int32Array.from(model.examples, ({ label }) => label);
  const folds = Math.max(fewestFolds, Math.floor(labels.length / Math.max(1, wanted)));
  const fold = stratifiedFolds([...labels], folds);
  const everyone = Int32Array.from(labels.keys());
  const everywhere = occurrences(model);
  for (let round = 0; round < folds && trial.heldOut.length < wanted; round++) {
    const svm = model.svm.clone();
    const left = everywhere.slice();
    const asked = everyone.filter((i) => fold[i] === round);
    const rest = everyone.filter((i) => fold[i] !== round);
    const ask = withoutThese(model, svm, left, asked, rest);
    for (const i of asked) trial.heldOut.push({ ...ask(i), label: labels[i] as number });
    // With fewer than three intents nothing can be held back and leave a choice.
    if (intents < heldBackParts) continue;
    const heldBack = (label: number) =>
      label < intents && label % heldBackParts === round % heldBackParts;
    const [unknown, known] = divide(rest, (i) => heldBack(labels[i] as number));
    const askAgain = withoutThese(model, svm, left, unknown, known);
    for (const i of asked) {
      const label = labels[i] as number;
      if (label === intents) continue;
      const { scores, vector } = askAgain(i);
      const open = scores.filter((_, k) => k < intents && !heldBack(k));
      trial.judged.push({ evidence: evidenceOf(open, vector), outOfScope: heldBack(label) });
    }
  }
  return trial;
}

function divide(places: Int32Array, wanted: (place: number) => boolean) {
  return [places.filter((i) => wanted(i)), places.filter((i) => !wanted(i))] as const;
}

/** In how many examples each feature is. */
function occurrences({ vectors, size }: Model): Int32Array {
  const counts = new Int32Array(size);
  for (const { ids } of vectors) for (const id of ids) counts[id] = (counts[id] as number) + 1;
  return counts;
}

/**
 * Makes the machine forget examples, and reads others as if it and the vocabulary had only known the rest: until it forgets
 * more, for a copy of its weights costs more than the reading.
 *
 * @param left in how many examples each feature still is; the forgotten ones' are taken off.
 */
function withoutThese(
  model: Model,
  svm: Svm,
  left: Int32Array,
  forgotten: Int32Array,
  rest: Int32Array,
) {
  svm.forget(forgotten);
  svm.settle(rest);
  for (const i of forgotten)
    for (const id of (model.vectors[i] as Vector).ids) left[id] = (left[id] as number) - 1;
  return (i: number) => {
    const vector = model.read(model.examples[i] ?? { hashed: [] }, left);
    const scores = new Float32Array(model.classes);
    addScores(svm.weights, model.classes, vector, scores);
    return { scores, vector };
  };
}
