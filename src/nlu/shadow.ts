/** The shadow NLU: a bot's training phrases in, a small deterministic intent classifier out. */
import type { Classifier, LabelledPhrase, Prediction } from '../domain/classifier.js';
import { fitSharpness, type HeldOut, softmax } from './calibrate.js';
import { stratifiedFolds } from './cross-validate.js';
import { type Hashed, hashFeatures } from './features.js';
import { trainMargins } from './margins.js';
import { evidenceOf, fitNone, type Judged } from './none.js';
import type { SparseWeights } from './sparse-weights.js';
import { fitVectoriser, type Vectoriser } from './vectoriser.js';

export interface ShadowOptions {
  /** Held-out texts on which probabilities are fitted: more cost more trainings. */
  calibration?: number;
}

const engine = 'handback-shadow 1';
const enough = 150;
const folds = 5;
/** Phrases that the trial trainings use at most. */
const sampleSize = 3000;

/** A phrase with its features and the position of its intent; "none of these" is the position after the last. */
interface Example {
  hashed: Hashed;
  label: number;
}

/**
 * Trains on a bot's phrases; those whose intent is null teach what belongs to no intent. The same phrases in the same
 * order give the same classifier. Without phrases, everything is "none of these".
 */
export function trainShadow(
  phrases: readonly LabelledPhrase[],
  options: ShadowOptions = {},
): Classifier {
  const intents = [...new Set(phrases.flatMap(({ intent }) => (intent === null ? [] : [intent])))];
  intents.sort();
  const position = new Map(intents.map((intent, k) => [intent, k]));
  const examples = phrases.map(({ text, intent }) => ({
    hashed: hashFeatures(text),
    label: intent === null ? intents.length : (position.get(intent) as number),
  }));
  if (intents.length === 0) return { engine, intents, classify: () => nothing };
  const wanted = options.calibration ?? enough;
  const model = train(examples, intents.length);
  const { heldOut, judged } = trials(examples, intents.length, wanted);
  const sharpness = fitSharpness(heldOut);
  const none = fitNone(judged);

  return {
    engine,
    intents,
    classify(text) {
      const vector = model.vectoriser.vectorise(hashFeatures(text));
      if (vector.ids.length === 0) return certainlyNone(intents);
      const scores = model.margins.scores(vector);
      const shares = softmax(scores, sharpness);
      const evidence = evidenceOf(scores, vector.familiar, intents.length);
      return prediction(intents, shares, none.probability(evidence));
    },
  };
}

const nothing: Prediction = { intent: null, probability: 1, ranking: [], none: 1 };

function certainlyNone(intents: readonly string[]): Prediction {
  return { ...nothing, ranking: intents.map((intent) => ({ intent, probability: 0 })) };
}

/** @param foreign probability that no intent fits, beside what the given out-of-scope examples say in `shares`. */
function prediction(intents: readonly string[], shares: Float64Array, foreign: number): Prediction {
  const named = shares[intents.length] ?? 0;
  const none = 1 - (1 - foreign) * (1 - named);
  const ranking = intents.map((intent, k) => ({
    intent,
    probability: (1 - foreign) * (shares[k] as number),
  }));
  ranking.sort((a, b) => b.probability - a.probability);
  const best = ranking[0];
  return best && best.probability >= none
    ? { intent: best.intent, probability: best.probability, ranking, none }
    : { intent: null, probability: none, ranking, none };
}

interface Model {
  vectoriser: Vectoriser;
  margins: SparseWeights;
}

function train(examples: readonly Example[], intents: number): Model {
  const vectoriser = fitVectoriser(examples.map(({ hashed }) => hashed));
  const vectors = examples.map(({ hashed }) => vectoriser.vectorise(hashed));
  const labels = Int32Array.from(examples, ({ label }) => label);
  const classes = labels.includes(intents) ? intents + 1 : intents;
  return { vectoriser, margins: trainMargins(vectors, labels, classes, vectoriser.size) };
}

interface Trial {
  heldOut: HeldOut[];
  judged: Judged[];
}

/**
 * What models say that were never told of a third of the intents, nor of a fifth of the other intents' phrases: the
 * one shows what a text looks like that belongs nowhere, the other how far scores can be trusted. Both from the same
 * trainings, at least `wanted` held-out phrases where there are as many.
 */
function trials(examples: readonly Example[], intents: number, wanted: number): Trial {
  const trial: Trial = { heldOut: [], judged: [] };
  const every = Math.ceil(examples.length / sampleSize);
  const sample = examples.filter((_, i) => i % every === 0);
  const fold = stratifiedFolds(
    sample.map(({ label }) => label),
    folds,
  );
  // With fewer than three intents nothing can be held back and leave a choice.
  const parts = intents < 3 ? 1 : 3;
  for (let round = 0; round < folds && trial.heldOut.length < wanted; round++) {
    const heldBack = ({ label }: Example) =>
      parts > 1 && label < intents && label % parts === round % parts;
    const kept = sample.filter((example, i) => !heldBack(example) && fold[i] !== round);
    const position = positions(kept, intents);
    const known = position.size;
    if (known === 0) continue;
    const labelOf = ({ label }: Example) => (label === intents ? known : position.get(label));
    const { vectoriser, margins } = train(
      kept.map((example) => ({ hashed: example.hashed, label: labelOf(example) ?? known })),
      known,
    );
    sample.forEach((example, i) => {
      const foreign = heldBack(example);
      if (!foreign && fold[i] !== round) return;
      const vector = vectoriser.vectorise(example.hashed);
      const scores = margins.scores(vector);
      const label = labelOf(example);
      if (label !== undefined && label < scores.length) trial.heldOut.push({ scores, label });
      if (example.label === intents) return;
      trial.judged.push({ evidence: evidenceOf(scores, vector.familiar, known), foreign });
    });
  }
  return trial;
}

/** Renumbers the intents that are left, since one without examples would still be scored. */
function positions(examples: readonly Example[], intents: number): Map<number, number> {
  const left = new Set(examples.map(({ label }) => label).filter((label) => label < intents));
  return new Map([...left].sort((a, b) => a - b).map((label, k) => [label, k]));
}
