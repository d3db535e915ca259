/** Words as numbers, and their weights: a word that few conversations share says more than one that all do. */

import { borrowedContacts, shareGrain } from './settings.js';

/** Ids of the distinct words of a text, ascending. */
export type WordIds = Int32Array;

export interface Vocabulary {
  idsOf(texts: readonly string[]): WordIds;
  /** All so far, by id. */
  words(): string[];
}

/** @param words the words of a text that count (see `text/words.ts`). Ids are given in the order of first use. */
export function createVocabulary(words: (text: string) => string[]): Vocabulary {
  const ids = new Map<string, number>();
  return {
    idsOf: (texts) =>
      Int32Array.from(new Set(texts.flatMap(words).map((word) => numberOf(word, ids)))).sort(),
    words: () => [...ids.keys()],
  };
}

/**
 * Joins vocabularies, one after another.
 * @returns for the words of one of them, what turns ids of it into those that the same texts would have in a single vocabulary
 */
export function joinVocabularies(): (
  words: readonly string[],
) => (own: readonly number[]) => WordIds {
  const ids = new Map<string, number>();
  return (words) => {
    const joined = new Int32Array(words.length).fill(-1);
    return (own) => {
      const all = new Int32Array(own.length);
      // Ascending, as they were given: what is new of a text gets its id in the order in which the text has it.
      own.forEach((id, i) => {
        if (joined[id] === -1) joined[id] = numberOf(words[id] as string, ids);
        all[i] = joined[id] as number;
      });
      return all.sort();
    };
  };
}

function numberOf(word: string, ids: Map<string, number>): number {
  const known = ids.get(word);
  if (known !== undefined) return known;
  ids.set(word, ids.size);
  return ids.size - 1;
}

/** What is known of each word among some contacts, by id. */
export interface WordStatistics {
  /** Share of the contacts whose text has it; never 0. */
  share: Float64Array;
  /** -log2 of that: how much it says when an unrelated contact would have to have it by chance. */
  bits: Float64Array;
}

const grained = (value: number): number => Math.round(value / shareGrain) * shareGrain;

type Text = { words: WordIds };

/** @param all statistics of all contacts, from which a group of few borrows; null for those themselves. */
export function wordStatistics(
  contacts: readonly Text[],
  vocabulary: number,
  all: WordStatistics | null,
): WordStatistics {
  const counts = new Float64Array(vocabulary);
  for (const { words } of contacts) for (const id of words) counts[id] = (counts[id] as number) + 1;
  const share = counts.map((n, id) => {
    const [before, weight] = all ? [all.share[id] as number, borrowedContacts] : [1, 1];
    return Math.max(shareGrain, grained((n + weight * before) / (contacts.length + weight)));
  });
  return { share, bits: share.map((p) => grained(-Math.log2(p))) };
}

/** One more than the highest id. */
export function vocabularySize(texts: Iterable<Text>): number {
  let size = 0;
  for (const { words } of texts) size = Math.max(size, (words.at(-1) ?? -1) + 1);
  return size;
}

/** The words of many texts in one column: those of text `i` are `ids[start[i]]` to `ids[start[i + 1] - 1]`. */
export interface WordColumn {
  start: Uint32Array;
  ids: Int32Array;
}

export function wordColumn(texts: readonly { words: WordIds }[]): WordColumn {
  const start = new Uint32Array(texts.length + 1);
  texts.forEach(({ words }, i) => {
    start[i + 1] = (start[i] as number) + words.length;
  });
  const ids = new Int32Array(start[texts.length] as number);
  texts.forEach(({ words }, i) => {
    ids.set(words, start[i] as number);
  });
  return { start, ids };
}

/** Weight of the words that text `i` of one column and text `j` of another share. */
export function sharedBits(
  a: WordColumn,
  i: number,
  b: WordColumn,
  j: number,
  bits: Float64Array,
): number {
  let p = a.start[i] as number;
  let q = b.start[j] as number;
  const pEnd = a.start[i + 1] as number;
  const qEnd = b.start[j + 1] as number;
  let sum = 0;
  while (p < pEnd && q < qEnd) {
    const x = a.ids[p] as number;
    const y = b.ids[q] as number;
    if (x === y) sum += bits[x] as number;
    if (x <= y) p++;
    if (y <= x) q++;
  }
  return sum;
}
