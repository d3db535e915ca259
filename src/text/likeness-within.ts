/** How much the wordings of a group have in common, and those of two groups with each other. */
import { type Prepared, similarity } from './similarity.js';

/** Pairs by which a likeness is estimated. */
const pairsRead = 400;

interface Worded {
  prepared: Prepared;
}

/** Mean similarity (0 to 1) of its pairs; 0 of fewer than two. */
export const likenessWithin = (group: readonly Worded[]): number =>
  meanLikeness(group.flatMap((one, i) => group.slice(i + 1).map((other) => [one, other] as const)));

/** Mean similarity (0 to 1) of each of the one with each of the other. */
export const likenessAcross = (a: readonly Worded[], b: readonly Worded[]): number =>
  meanLikeness(a.flatMap((one) => b.map((other) => [one, other] as const)));

/** Over an even sample of the pairs. */
function meanLikeness(pairs: readonly (readonly [Worded, Worded])[]): number {
  const every = Math.max(1, Math.floor(pairs.length / pairsRead));
  const read = pairs.filter((_, i) => i % every === 0);
  return (
    read.reduce((sum, [one, other]) => sum + similarity(one.prepared, other.prepared), 0) /
    Math.max(1, read.length)
  );
}
