/** How often agents say which words in contacts about which wish. */
import type { Distribution } from './distribution.js';
import { agentWords, readingFolds } from './settings.js';

/** Contacts by row (all of them, then those of each fold) and column (each intent, none of them, none of them in each wrap-up code). */
export type Counts = Float32Array;

export interface WordCounts {
  /** Of the words that tell wishes apart. */
  words: ReadonlyMap<string, Counts>;
  contacts: Counts;
  /** Intents, and none of them. */
  size: number;
  /** Column of each wrap-up code: none of the intents is many wishes, and a code is few. */
  codes: ReadonlyMap<string, number>;
  /** Codes in which no word tells that none of the intents is wanted (see `coveredCodes`). */
  covered: ReadonlySet<string>;
}

export interface Spoken {
  fold: number;
  code: string;
  posterior: Distribution | null;
  said: readonly string[];
}

export function countWords(
  contacts: readonly Spoken[],
  size: number,
  covered: ReadonlySet<string>,
): WordCounts {
  const names = [...new Set(contacts.map(({ code }) => code))];
  const codes = new Map(names.map((code, i) => [code, size + i]));
  const width = size + codes.size;
  const empty = (): Counts => new Float32Array(width * (1 + readingFolds));
  const all = empty();
  const words = new Map<string, Counts>();
  for (const { posterior, fold, code, said } of contacts) {
    if (!posterior) continue;
    const add = addTo(posterior, codes.get(code) ?? 0, width * (1 + fold));
    add(all);
    for (const word of said) {
      const own = words.get(word) ?? empty();
      words.set(word, own);
      add(own);
    }
  }
  const telling = new Map([...words].filter(([, own]) => tellsApart(own, all, size, width)));
  return { words: telling, contacts: all, size, codes, covered };
}

const addTo = (posterior: Distribution, code: number, row: number) => (counts: Counts) => {
  const add = (column: number, share: number) => {
    counts[column] = (counts[column] ?? 0) + share;
    counts[row + column] = (counts[row + column] ?? 0) + share;
  };
  posterior.forEach((share, k) => {
    add(k, share);
  });
  add(code, posterior.at(-1) ?? 0);
};

/**
 * The likelihood-ratio statistic of word and wish, against what chance makes of it: mean and spread of chi squared. None of the intents counts by code: as
 * one wish among all it would be too large for a word of one missing wish to stand out.
 */
function tellsApart(own: Counts, contacts: Counts, size: number, width: number): boolean {
  const usual = sumOf(own, size) / sumOf(contacts, size);
  let statistic = 0;
  let seen = 0;
  for (let k = 0; k < width; k++) {
    if (k === size - 1) continue;
    const [hits, all] = [own[k] ?? 0, contacts[k] ?? 0];
    if (all >= 1) seen += 1;
    if (hits > 0 && all > 0) statistic += 2 * hits * Math.log(hits / (all * usual));
  }
  const freedom = Math.max(1, seen - 1);
  return statistic >= freedom + agentWords.deviations * Math.sqrt(2 * freedom);
}

const sumOf = (counts: Counts, size: number): number =>
  counts.subarray(0, size).reduce((sum, n) => sum + n, 0);
