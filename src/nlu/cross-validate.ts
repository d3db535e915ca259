/**
 * Which fold each example is held out in: the examples of one label are dealt out in turn, so every fold has its share
 * of every label. Depends on the order of the examples of a label alone.
 */
export function stratifiedFolds(
  labels: readonly (string | number | null)[],
  folds: number,
): Int32Array {
  const dealt = new Map<string | number | null, number>();
  let labelsSeen = 0;
  return Int32Array.from(labels, (label) => {
    // Starting each label elsewhere keeps folds even where labels have fewer examples than there are folds.
    const count = dealt.get(label) ?? labelsSeen++;
    dealt.set(label, count + 1);
    return count % folds;
  });
}
