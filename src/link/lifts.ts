/** How much likelier a subject makes each feature of a text than texts of its kind have it anyway. */

import { leastTexts, liftInertia } from './settings.js';
import type { WordStatistics } from './words.js';

/** A text by the ids of its features (words, and names of codes or intents), ascending or not, each once. */
export interface FeatureText {
  features: ArrayLike<number>;
  /** Whose shares it is compared with: an index into the statistics. */
  kind: number;
}

export interface Lifts {
  /** Bits by subject of all features of a text, added to `into`. */
  add(features: ArrayLike<number>, into: Float64Array): void;
  /** Bits of one subject. */
  of(features: ArrayLike<number>, subject: number): number;
  ofOne(feature: number, subject: number): number;
}

/**
 * log2 of seen against expected, both with the same inertia: a Poisson rate ratio under a gamma prior of mean 1.
 * @param weights of each text by subject: `weights[text * subjects + subject]`.
 * @param statistics shares of the features by kind of text.
 */
export function learnLifts(
  texts: readonly FeatureText[],
  weights: Float64Array,
  subjects: number,
  statistics: readonly WordStatistics[],
): Lifts {
  const place = placesOf(texts);
  const size = 1 + place.reduce((most, at) => Math.max(most, at), 0);
  const bits = new Float64Array(size * subjects);
  const texted = statistics.map(() => new Float64Array(subjects));
  texts.forEach(({ features, kind }, t) => {
    const own = weights.subarray(t * subjects, (t + 1) * subjects);
    addTo(texted[kind] as Float64Array, 0, own);
    for (let i = 0; i < features.length; i++)
      addTo(bits, (place[features[i] as number] as number) * subjects, own);
  });
  place.forEach((at, feature) => {
    if (at === 0) return;
    for (let s = 0; s < subjects; s++) {
      const expected = statistics.reduce(
        (sum, { share }, kind) => sum + (share[feature] as number) * (texted[kind]?.[s] as number),
        0,
      );
      const seen = bits[at * subjects + s] as number;
      bits[at * subjects + s] = Math.log2((seen + liftInertia) / (expected + liftInertia));
    }
  });
  const at = (feature: number): number => (place[feature] ?? 0) * subjects;
  // Row 0 stands for features of too few texts.
  bits.fill(0, 0, subjects);
  return {
    ofOne: (feature, subject) => bits[at(feature) + subject] as number,
    add(features, into) {
      for (let i = 0; i < features.length; i++) {
        const from = at(features[i] as number);
        for (let s = 0; s < subjects; s++)
          into[s] = (into[s] as number) + (bits[from + s] as number);
      }
    },
    of(features, subject) {
      let sum = 0;
      for (let i = 0; i < features.length; i++) {
        sum += bits[at(features[i] as number) + subject] as number;
      }
      return sum;
    },
  };
}

/** A number from 1 on for each feature of enough texts; 0 for the others, by feature. */
function placesOf(texts: readonly FeatureText[]): Int32Array {
  let most = -1;
  for (const { features } of texts)
    for (let i = 0; i < features.length; i++) most = Math.max(most, features[i] as number);
  const seen = new Int32Array(most + 1);
  for (const { features } of texts)
    for (let i = 0; i < features.length; i++)
      seen[features[i] as number] = (seen[features[i] as number] as number) + 1;
  let count = 0;
  return seen.map((n) => (n >= leastTexts ? ++count : 0));
}

function addTo(list: Float64Array, from: number, own: Float64Array): void {
  for (let s = 0; s < own.length; s++)
    list[from + s] = (list[from + s] as number) + (own[s] as number);
}
