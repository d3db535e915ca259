/** Precision, recall and F1 from counts; null where there is nothing to divide by. */
export interface Score {
  /** True positives, false positives, false negatives. */
  hit: number;
  false: number;
  missed: number;
  precision: number | null;
  recall: number | null;
  f1: number | null;
}

export function score(hit: number, wrong: number, missed: number): Score {
  const precision = hit + wrong === 0 ? null : hit / (hit + wrong);
  const recall = hit + missed === 0 ? null : hit / (hit + missed);
  const f1 = 2 * hit + wrong + missed === 0 ? null : (2 * hit) / (2 * hit + wrong + missed);
  return { hit, false: wrong, missed, precision, recall, f1 };
}

/** Counts two sets of labels against each other. */
export function compareSets(found: ReadonlySet<string>, truth: ReadonlySet<string>) {
  let hit = 0;
  for (const label of found) if (truth.has(label)) hit++;
  return { hit, wrong: found.size - hit, missed: truth.size - hit };
}
