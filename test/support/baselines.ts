/** What others would build: each trains on phrases and judges texts, as an engine does. */
import type { LabelledPhrase, Prediction } from '../../src/domain/classifier.js';
import { stratifiedFolds } from '../../src/nlu/cross-validate.js';
import { createSvm } from '../../src/nlu/svm.js';
import { BayesClassifier } from '../../src/text/natural.js';
import { words } from '../../src/text/words.js';

export interface Rival {
  id: string;
  train(
    phrases: readonly LabelledPhrase[],
  ): Promise<{ classify(texts: readonly string[]): Promise<Prediction[]> }>;
}

/** A rival that knows no "none": the less its best score stands out, the likelier none. */
function predictionOf(scores: { intent: string; probability: number }[]): Prediction {
  const ranking = [...scores].sort((a, b) => b.probability - a.probability);
  const [best] = ranking;
  const probability = best?.probability ?? 0;
  return { intent: best?.intent ?? null, probability, ranking, none: 1 - probability };
}

export const bayes: Rival = {
  id: "natural's Bayes",
  async train(phrases) {
    const classifier = new BayesClassifier();
    for (const { text, intent } of phrases) classifier.addDocument(text, intent ?? '');
    classifier.train();
    return {
      async classify(texts) {
        return texts.map((text) => {
          const given = classifier.getClassifications(text);
          const sum = given.reduce((total, { value }) => total + value, 0) || 1;
          return predictionOf(
            given.map(({ label, value }) => ({ intent: label, probability: value / sum })),
          );
        });
      },
    };
  },
};

const letters = (text: string) =>
  words(text).flatMap((word) => {
    const padded = ` ${word} `;
    return [2, 3, 4].flatMap((n) =>
      Array.from({ length: Math.max(0, padded.length - n + 1) }, (_, i) => padded.slice(i, i + n)),
    );
  });
const plainFeatures = (text: string) => {
  const found = words(text);
  return [...found, ...found.map((word, i) => `${found[i - 1] ?? '^'} ${word}`), ...letters(text)];
};

/** TF-IDF of words, neighbouring words and letters in twos to fours, as textbooks have it. */
function tfidf(training: readonly string[]) {
  const ids = new Map<string, number>();
  const documents: number[] = [];
  for (const text of training)
    for (const feature of new Set(plainFeatures(text))) {
      const id = ids.get(feature) ?? ids.size;
      ids.set(feature, id);
      documents[id] = (documents[id] ?? 0) + 1;
    }
  return {
    size: ids.size,
    vectorise(text: string) {
      const counts = new Map<number, number>();
      for (const feature of plainFeatures(text)) {
        const id = ids.get(feature);
        if (id !== undefined) counts.set(id, (counts.get(id) ?? 0) + 1);
      }
      const values = Array.from(counts, ([id, count]) => {
        const rarity = Math.log((1 + training.length) / (1 + (documents[id] ?? 0))) + 1;
        return (1 + Math.log(count)) * rarity;
      });
      const length = Math.hypot(...values) || 1;
      return {
        ids: Int32Array.from(counts.keys()),
        values: Float32Array.from(values, (value) => value / length),
        familiar: 1,
        covered: 1,
      };
    },
  };
}

type Learner = (
  vectors: readonly { ids: Int32Array; values: Float32Array; familiar: number; covered: number }[],
  labels: Int32Array,
  classes: number,
  features: number,
) => Float32Array;

const onTfidf = (id: string, learn: Learner): Rival => ({
  id,
  async train(phrases) {
    const intents = [...new Set(phrases.map(({ intent }) => intent ?? ''))].sort();
    const space = tfidf(phrases.map(({ text }) => text));
    const weights = learn(
      phrases.map(({ text }) => space.vectorise(text)),
      Int32Array.from(phrases, ({ intent }) => intents.indexOf(intent ?? '')),
      intents.length,
      space.size,
    );
    return {
      async classify(texts) {
        return texts.map((text) => {
          const { ids, values } = space.vectorise(text);
          const scores = intents.map((intent, k) => {
            let probability = 0;
            ids.forEach((one, j) => {
              probability += (values[j] ?? 0) * (weights[one * intents.length + k] ?? 0);
            });
            return { intent, probability };
          });
          return predictionOf(scores);
        });
      },
    };
  },
});

export const centroid = onTfidf('TF-IDF centroid', (vectors, labels, classes, features) => {
  const sums = new Float32Array(features * classes);
  vectors.forEach(({ ids, values }, i) => {
    ids.forEach((id, j) => {
      const at = id * classes + (labels[i] ?? 0);
      sums[at] = (sums[at] ?? 0) + (values[j] ?? 0);
    });
  });
  const lengths = Array.from({ length: classes }, (_, k) => {
    let square = 0;
    for (let at = k; at < sums.length; at += classes) square += (sums[at] ?? 0) ** 2;
    return Math.sqrt(square) || 1;
  });
  return sums.map((value, at) => value / (lengths[at % classes] ?? 1));
});

export const plainSvm = onTfidf('plain linear SVM', (vectors, labels, classes, features) => {
  const svm = createSvm({ vectors, labels, classes, features, cost: 1 });
  svm.train(Int32Array.from(vectors.keys()), 3);
  return svm.weights;
});

/**
 * The lowest probability above which at least `precision` of what a rival says of its own phrases, held out in five folds,
 * is right; above 1 where there is none.
 */
export async function thresholdFor(
  rival: Rival,
  phrases: readonly LabelledPhrase[],
  precision: number,
): Promise<number> {
  const fold = stratifiedFolds(
    phrases.map(({ intent }) => intent),
    5,
  );
  const judged: { probability: number; right: boolean }[] = [];
  for (let round = 0; round < 5; round++) {
    const asked = phrases.filter((_, i) => fold[i] === round);
    const trained = await rival.train(phrases.filter((_, i) => fold[i] !== round));
    const predictions = await trained.classify(asked.map(({ text }) => text));
    predictions.forEach(({ ranking }, i) => {
      const [best] = ranking;
      if (best)
        judged.push({
          probability: best.probability,
          right: best.intent === asked[i]?.intent,
        });
    });
  }
  return lowest(judged, precision)?.probability ?? 2;
}

/** The last of the surest claims of which so many are right, and how many they are. */
export function lowest(
  claims: readonly { probability: number; right: boolean }[],
  precision: number,
): { probability: number; count: number } | undefined {
  const order = [...claims].sort((a, b) => b.probability - a.probability);
  let right = 0;
  let last: { probability: number; count: number } | undefined;
  order.forEach((one, i) => {
    if (one.right) right++;
    if (right / (i + 1) >= precision) last = { probability: one.probability, count: i + 1 };
  });
  return last;
}

/** Area under the receiver operating characteristic; ties count half. O(n log n). */
export function auroc(positive: readonly number[], negative: readonly number[]): number {
  const all = [
    ...positive.map((value) => ({ value, is: 1 })),
    ...negative.map((value) => ({ value, is: 0 })),
  ].sort((a, b) => a.value - b.value);
  let ranks = 0;
  for (let start = 0; start < all.length; ) {
    let end = start;
    while (end < all.length && all[end]?.value === all[start]?.value) end++;
    for (let i = start; i < end; i++) ranks += (all[i]?.is ?? 0) * ((start + 1 + end) / 2);
    start = end;
  }
  const least = (positive.length * (positive.length + 1)) / 2;
  return (ranks - least) / (positive.length * negative.length);
}
