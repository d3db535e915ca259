import type { SparseWeights } from './sparse-weights.js';
import type { Vector } from './vectoriser.js';

/** Pairs of example and class that a training may look at, whatever the size of the bot. */
const pairs = 150_000;
const fewest = 16;

/**
 * The examples that each class is trained on: its own, those of others that are nearest to it, and as many drawn by a
 * fixed sequence. The near ones draw the border; without the drawn ones the class's constant would know hard cases only.
 * A small bot's classes see everything.
 */
export function hardAndRandom(
  vectors: readonly Vector[],
  labels: Int32Array,
  classes: number,
  cosines: SparseWeights,
): Int32Array[] {
  const each = Math.min(classes, Math.max(fewest, Math.floor(pairs / vectors.length)));
  const lists: number[][] = Array.from({ length: classes }, () => []);
  let state = 2463534242;
  vectors.forEach((vector, example) => {
    const chosen = new Set([labels[example] as number]);
    if (each < classes) {
      for (const k of highest(cosines.scores(vector), each / 2)) chosen.add(k);
      for (let drawn = 0; drawn < each / 2; drawn++) {
        state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
        chosen.add((state >>> 8) % classes);
      }
    } else for (let k = 0; k < classes; k++) chosen.add(k);
    for (const k of chosen) lists[k]?.push(example);
  });
  return lists.map((list) => Int32Array.from(list));
}

/** Positions of the `count` largest scores. */
function highest(scores: Float32Array, count: number): number[] {
  const order = Array.from(scores.keys());
  order.sort((a, b) => (scores[b] as number) - (scores[a] as number));
  return order.slice(0, count);
}
