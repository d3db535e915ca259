import { tokensIn } from './tokens.js';
import { stem, words } from './words.js';

/** A text made ready for comparison, once. Weights by part; `total` is their sum. */
export interface Prepared {
  stems: ReadonlyMap<string, number>;
  stemTotal: number;
  trigrams: ReadonlySet<string>;
}

/** Short words are mostly grammar in any language that writes spaces, so they say less. */
const weightOf = (word: string) => (word.length <= 3 ? 0.3 : 1);
/** A shared personal value says more than a shared word. */
const tokenWeight = 2;

/** Cost: one pass over the text. Redaction tokens count as words: the same number told twice is the same. */
export function prepare(text: string): Prepared {
  const stems = new Map<string, number>();
  const trigrams = new Set<string>();
  for (const word of words(text)) {
    const stemmed = stem(word);
    stems.set(stemmed, weightOf(word));
    addTrigrams(stemmed, trigrams);
  }
  for (const token of tokensIn(text)) stems.set(`⟨${token.hash.slice(0, 6)}`, tokenWeight);
  let stemTotal = 0;
  for (const weight of stems.values()) stemTotal += weight;
  return { stems, stemTotal, trigrams };
}

function addTrigrams(word: string, into: Set<string>): void {
  const padded = ` ${word} `;
  for (let i = 0; i + 3 <= padded.length; i++) into.add(padded.slice(i, i + 3));
}

/**
 * 0 to 1: how much of what one text says the other says too, in whatever order. A blend of shared stems and shared
 * character trigrams (which forgive spelling). The shorter text contained in the longer counts, as a retelling
 * is often shorter; but less where the shorter one has hardly a word.
 */
export function similarity(a: Prepared, b: Prepared): number {
  const stemShare = stemShareOf(a, b);
  return blended(stemShare, trigramShareOf(a, b, stemShare), trustIn(a, b));
}

/** The similarity at most, by the stems alone: the trigrams are the dearer part. */
export const mostSimilar = (a: Prepared, b: Prepared): number =>
  mostSimilarBy(sharedStems(a, b), a, b);

/** The same where it is known what the stems that both have weigh together. */
export function mostSimilarBy(shared: number, a: Prepared, b: Prepared): number {
  const trust = trustIn(a, b);
  const smaller = Math.min(a.stemTotal, b.stemTotal);
  const dice = smaller === 0 ? 0 : (2 * shared) / (a.stemTotal + b.stemTotal);
  const containment = smaller === 0 ? 0 : shared / smaller;
  return 0.65 * blend(dice, containment, trust) + 0.35 * blend(1, 1, trust);
}

const trustIn = (a: Prepared, b: Prepared): number =>
  Math.min(1, Math.min(a.stemTotal, b.stemTotal) / 4);

const blended = (stems: Share, trigrams: Share, trust: number): number =>
  0.65 * blend(stems.dice, stems.containment, trust) +
  0.35 * blend(trigrams.dice, trigrams.containment, trust);

const blend = (dice: number, containment: number, trust: number): number =>
  Math.max(dice, 0.4 * dice + 0.6 * containment * trust);

/** Near duplicates, or one says nearly all that the other says: of the two a person reads one in vain. */
export const twins = (a: Prepared, b: Prepared, threshold: number): boolean =>
  similarity(a, b) >= threshold || nearDuplicate(a, b, threshold);

/** Both texts say the same and no more: at least `threshold` (0 to 1) of stems and trigrams is shared. */
export function nearDuplicate(a: Prepared, b: Prepared, threshold: number): boolean {
  // Most pairs differ in length or in their stems; their trigrams, the dearer part, need no look.
  const most = diceBound(a.trigrams.size, b.trigrams.size);
  if (0.65 * diceBound(a.stemTotal, b.stemTotal) + 0.35 * most < threshold) return false;
  const stemShare = stemShareOf(a, b);
  if (0.65 * stemShare.dice + 0.35 * most < threshold) return false;
  return 0.65 * stemShare.dice + 0.35 * trigramShareOf(a, b, stemShare).dice >= threshold;
}

/** The Dice coefficient if all of the smaller were shared; 1 where there is nothing to share, for then the stems count alone. */
const diceBound = (a: number, b: number) => (a + b === 0 ? 1 : (2 * Math.min(a, b)) / (a + b));

interface Share {
  /** Sørensen-Dice coefficient. */
  dice: number;
  /** Overlap coefficient: the shared part of the smaller side. */
  containment: number;
}

const stemShareOf = (a: Prepared, b: Prepared): Share =>
  share(sharedStems(a, b), a.stemTotal, b.stemTotal);

/** Of texts without trigrams the stems count alone. */
function trigramShareOf(a: Prepared, b: Prepared, stemShare: Share): Share {
  if (a.trigrams.size === 0 && b.trigrams.size === 0) return stemShare;
  return share(countShared(a.trigrams, b.trigrams), a.trigrams.size, b.trigrams.size);
}

/** Their weight. */
function sharedStems(a: Prepared, b: Prepared): number {
  let shared = 0;
  const [few, many] = a.stems.size <= b.stems.size ? [a, b] : [b, a];
  few.stems.forEach((weight, stemmed) => {
    const other = many.stems.get(stemmed);
    if (other !== undefined) shared += Math.min(weight, other);
  });
  return shared;
}

function share(shared: number, a: number, b: number): Share {
  const smaller = Math.min(a, b);
  if (smaller === 0) return { dice: 0, containment: 0 };
  return { dice: (2 * shared) / (a + b), containment: shared / smaller };
}

function countShared(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const [few, many] = a.size <= b.size ? [a, b] : [b, a];
  let shared = 0;
  for (const trigram of few) if (many.has(trigram)) shared += 1;
  return shared;
}
