/** Weights of words: a word that few conversations share says more than one that all do. */

export interface WordWeights {
  /** Inverse document frequency of a stem, in bits. */
  weight(stem: string): number;
}

/** Inverse document frequency over all texts of the night (log2 (n + 1) / (documents with the stem + 1)). */
export function wordWeights(texts: Iterable<readonly string[]>): WordWeights {
  const documents = new Map<string, number>();
  let total = 0;
  for (const stems of texts) {
    total++;
    for (const stem of stems) documents.set(stem, (documents.get(stem) ?? 0) + 1);
  }
  const weights = new Map<string, number>();
  for (const [stem, n] of documents) weights.set(stem, Math.log2((total + 1) / (n + 1)));
  return { weight: (stem) => weights.get(stem) ?? Math.log2(total + 1) };
}

const sets = new WeakMap<readonly string[], ReadonlySet<string>>();

/** A side is compared with hundreds of others; its set is made once. */
function setOf(stems: readonly string[]): ReadonlySet<string> {
  const known = sets.get(stems);
  if (known) return known;
  const made = new Set(stems);
  sets.set(stems, made);
  return made;
}

/** Weight of the shared words in bits: how surprising it is that two unrelated texts share them. */
export function sharedBits(
  a: readonly string[],
  b: readonly string[],
  { weight }: WordWeights,
): number {
  const known = setOf(a);
  let bits = 0;
  for (const stem of b) if (known.has(stem)) bits += weight(stem);
  return bits;
}
