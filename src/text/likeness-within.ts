/** How much the wordings of a group have in common, and those of two groups with each other. */
import { type Prepared, similarity } from './similarity.js';

/** Pairs by which a likeness is estimated. */
const pairsRead = 400;

interface Worded {
  prepared: Prepared;
}

/** Mean similarity (0 to 1) of its pairs; 0 of fewer than two. */
export const likenessWithin = (group: readonly Worded[]): number =>
  meanLikeness(group, (i) => group.slice(i + 1), (group.length * (group.length - 1)) / 2);

/** Mean similarity (0 to 1) of each of the one with each of the other. */
export const likenessAcross = (a: readonly Worded[], b: readonly Worded[]): number =>
  meanLikeness(a, () => b, a.length * b.length);

/** Over an even sample of the pairs. */
function meanLikeness(
  group: readonly Worded[],
  othersOf: (i: number) => readonly Worded[],
  pairs: number,
): number {
  const every = Math.max(1, Math.floor(pairs / pairsRead));
  let [seen, read, sum] = [0, 0, 0];
  group.forEach((one, i) => {
    for (const other of othersOf(i)) {
      if (seen++ % every !== 0) continue;
      sum += similarity(one.prepared, other.prepared);
      read += 1;
    }
  });
  return sum / Math.max(1, read);
}
