/** The linear model under the shadow NLU: phrases' features in, machines out that score a text for every class. */
import type { Hashed } from './features.js';
import { joinMeaning, type MeaningSpace, meaningSpace } from './meaning.js';
import { plenty, svmCost, svmRounds } from './settings.js';
import { createSvm, type Svm } from './svm.js';
import { fitVectoriser, type KeptVectoriser, type Vector } from './vectoriser.js';

/** What is known of a text: its features and, where sentences are embedded, its meaning. */
export interface Reading {
  hashed: Hashed;
  /** A sentence embedding; a text without one is read by its features alone. */
  meaning?: Float32Array | undefined;
}

/** A phrase and the position of its class. */
export interface Example extends Reading {
  label: number;
}

export interface Model {
  examples: readonly Example[];
  vectors: readonly Vector[];
  classes: number;
  /** Of vectors: ids run from 0 to `size` - 1. */
  size: number;
  svm: Svm;
  vectoriser: KeptVectoriser;
  /** @param left by feature, in how many examples it still is: with 0 it is read as if none had it. */
  read(reading: Reading, left?: Int32Array): Vector;
}

export function trainModel(examples: readonly Example[], classes: number): Model {
  const fewest = examples.length >= plenty * classes ? 2 : 1;
  const vectoriser = fitVectoriser(
    examples.map(({ hashed }) => hashed),
    fewest,
  );
  const space = meaningSpace(examples.flatMap(({ meaning }) => meaning ?? []));
  const read = reader(vectoriser.size, vectoriser.vectorise, space);
  const vectors = examples.map((example) => read(example));
  const labels = Int32Array.from(examples, ({ label }) => label);
  const size = vectoriser.size + (space?.size ?? 0);
  const svm = createSvm({ vectors, labels, classes, features: size, cost: svmCost });
  svm.train(Int32Array.from(examples.keys()), svmRounds);
  return { examples, vectors, classes, size, svm, vectoriser: vectoriser.kept, read };
}

function reader(
  features: number,
  vectorise: (hashed: Hashed, left?: Int32Array) => Vector,
  space: MeaningSpace | null,
): Model['read'] {
  if (!space) return ({ hashed }, left) => vectorise(hashed, left);
  return ({ hashed, meaning }, left) =>
    joinMeaning(vectorise(hashed, left), meaning && space.place(meaning), features);
}
