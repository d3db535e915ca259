/** The shadow NLU: a bot's training phrases in, a small deterministic intent classifier out. */
import type { Classifier, LabelledPhrase } from '../domain/classifier.js';
import { remembering } from '../lib/memo.js';
import { fitInverseTemperature, softmax } from './calibrate.js';
import { hashFeatures } from './features.js';
import { type Example, type Model, trainModel } from './model.js';
import { createScope, evidenceOf, fitOutOfScope, type KeptScope } from './none.js';
import { certainlyNone, prediction } from './prediction.js';
import { calibrationPhrases, leastFeatureWeight, phrasesRemembered } from './settings.js';
import { createWeights, type KeptWeights, sparseWeights } from './sparse-weights.js';
import { trials } from './trials.js';
import { createVectoriser, type KeptVectoriser, type Vector } from './vectoriser.js';

/** Sentence embeddings by text, all of one length (see `embedder.ts`). */
export type Embeddings = ReadonlyMap<string, Float32Array>;

export interface ShadowOptions {
  /** Held-out phrases on which probabilities are fitted: more cost more. */
  calibration?: number;
  /**
   * Embeddings of phrases, and of the texts that will be judged with their help. Other texts are judged by words alone,
   * with a classifier trained without.
   */
  embeddings?: Embeddings;
}

export interface Shadow extends Classifier {
  kept: KeptShadow;
}

/** A classifier by words alone, as plain data. */
export interface KeptShadow {
  intents: readonly string[];
  /** null where there was nothing to learn. */
  fitted: Fitted | null;
}

interface Fitted {
  vectoriser: KeptVectoriser;
  weights: KeptWeights;
  inverseTemperature: number;
  scope: KeptScope | null;
}

const engine = 'handback-shadow 2';

/**
 * Trains on a bot's phrases; those whose intent is null teach what belongs to no intent. The same phrases in any order
 * give the same classifier. Without phrases, everything is "none of these".
 */
export function trainShadow(
  phrases: readonly LabelledPhrase[],
  options: ShadowOptions = {},
): Shadow {
  const sorted = [...phrases].sort(byIntentAndText);
  const { embeddings: meanings, calibration = calibrationPhrases } = options;
  const plain = trainOn(sorted, calibration);
  if (!meanings) return { ...plain, classify: plain.judge };
  const informed = trainOn(sorted, calibration, meanings);
  return {
    engine: informed.engine,
    intents: plain.intents,
    kept: plain.kept,
    classify: (text) => (meanings.has(text) ? informed.judge(text) : plain.judge(text)),
  };
}

/** The classifier that it was when it was kept. */
export function restoreShadow(kept: KeptShadow): Classifier {
  const { intents, fitted } = kept;
  if (!fitted) return { engine, intents, classify: () => certainlyNone(intents) };
  const { vectorise } = createVectoriser(fitted.vectoriser);
  const judge = judgeWith(fitted, intents);
  return { engine, intents, classify: (text) => judge(vectorise(hashFeatures(text))) };
}

function byIntentAndText(a: LabelledPhrase, b: LabelledPhrase): number {
  if (a.intent !== b.intent) return (a.intent ?? '') < (b.intent ?? '') ? -1 : 1;
  return a.text < b.text ? -1 : a.text > b.text ? 1 : 0;
}

interface Trained {
  engine: string;
  intents: readonly string[];
  judge: Classifier['classify'];
  kept: KeptShadow;
}

function trainOn(
  phrases: readonly LabelledPhrase[],
  calibration: number,
  meanings?: Embeddings,
): Trained {
  const intents = [...new Set(phrases.flatMap(({ intent }) => intent ?? []))];
  const name = meanings ? `${engine} with embeddings` : engine;
  if (intents.length === 0) {
    const kept = { intents, fitted: null };
    return { engine: name, intents, judge: () => certainlyNone(intents), kept };
  }
  const position = new Map(intents.map((intent, k) => [intent, k]));
  const examples = phrases.map(
    ({ text, intent }): Example => ({
      hashed: hashedPhrase(text),
      meaning: meanings?.get(text),
      label: intent === null ? intents.length : (position.get(intent) ?? 0),
    }),
  );
  const named = examples.some(({ label }) => label === intents.length);
  const model = trainModel(examples, intents.length + (named ? 1 : 0));
  const fitted = fittedOf(model, intents.length, calibration);
  const judge = judgeWith(fitted, intents);
  return {
    engine: name,
    intents,
    judge: (text) =>
      judge(model.read({ hashed: hashFeatures(text), meaning: meanings?.get(text) })),
    kept: { intents, fitted },
  };
}

/** A night trains some thirty classifiers, most of them on the same phrases. */
const hashedPhrase = remembering(phrasesRemembered, hashFeatures);

function fittedOf(model: Model, intents: number, calibration: number): Fitted {
  const { heldOut, judged } = trials(model, intents, calibration);
  return {
    vectoriser: model.vectoriser,
    weights: sparseWeights(model.svm.weights, model.classes, leastFeatureWeight).kept,
    inverseTemperature: fitInverseTemperature(heldOut),
    scope: fitOutOfScope(judged).kept,
  };
}

function judgeWith(
  { weights: kept, inverseTemperature, scope }: Fitted,
  intents: readonly string[],
) {
  const weights = createWeights(kept);
  const none = createScope(scope);
  return (vector: Vector) => {
    if (vector.ids.length === 0) return certainlyNone(intents);
    const scores = weights.scores(vector);
    const shares = softmax(scores, inverseTemperature);
    const evidence = evidenceOf(scores.subarray(0, intents.length), vector);
    return prediction(intents, shares, none.probability(evidence));
  };
}
