/** Sentence embeddings beside words: as further features of the same linear model. */

import { meaningShare } from './settings.js';
import type { Vector } from './vectoriser.js';

export interface MeaningSpace {
  /** Numbers of an embedding. */
  size: number;
  /** An embedding as seen from the middle of the training phrases, at length 1. */
  place(meaning: Float32Array): Float32Array;
}

/**
 * All sentences of one bot lie in one corner of the embedding's space; what tells them apart is where they stand from
 * the corner's middle.
 */
export function meaningSpace(meanings: readonly Float32Array[]): MeaningSpace | null {
  const [first] = meanings;
  if (!first) return null;
  const middle = new Float64Array(first.length);
  for (const meaning of meanings)
    for (let i = 0; i < middle.length; i++)
      middle[i] = (middle[i] as number) + (meaning[i] as number) / meanings.length;
  return {
    size: first.length,
    place(meaning) {
      const placed = meaning.map((value, i) => value - (middle[i] as number));
      const length = Math.hypot(...placed) || 1;
      return placed.map((value) => value / length);
    },
  };
}

/** @param start id of the embedding's first number. */
export function joinMeaning(
  words: Vector,
  placed: Float32Array | undefined,
  start: number,
): Vector {
  if (!placed) return words;
  const ids = new Int32Array(words.ids.length + placed.length);
  const values = new Float32Array(ids.length);
  ids.set(words.ids);
  // A text without any known feature is told by its meaning alone.
  const share = words.ids.length === 0 ? 1 : meaningShare;
  words.values.forEach((value, j) => {
    values[j] = value * Math.sqrt(1 - share);
  });
  placed.forEach((value, i) => {
    ids[words.ids.length + i] = start + i;
    values[words.ids.length + i] = value * Math.sqrt(share);
  });
  return { ...words, ids, values };
}
