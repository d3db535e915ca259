import PorterStemmer from 'natural/lib/natural/stemmers/porter_stemmer.js';
import { withoutTokens } from './tokens.js';

const word = /[\p{L}\p{N}\p{M}]+(?:['’][\p{L}\p{M}]+)*/gu;
const asciiWord = /[a-z0-9]+(?:'[a-z]+)*/g;
const nonAscii = /[^\p{ASCII}]/u;
/** Scripts that write no spaces between words. */
const unspaced = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}]+/gu;

/** Lower-case words of any script; redaction tokens are dropped, unspaced scripts come as character bigrams. */
export function words(text: string): string[] {
  const lower = withoutTokens(text).toLowerCase();
  if (!nonAscii.test(lower)) return lower.match(asciiWord) ?? [];
  const found = lower.normalize('NFC').replaceAll('’', "'").match(word) ?? [];
  return found.flatMap((part) => (part.search(unspaced) < 0 ? [part] : bigrams(part)));
}

function bigrams(run: string): string[] {
  const characters = Array.from(run);
  if (characters.length === 1) return characters;
  return characters.slice(1).map((character, i) => `${characters[i]}${character}`);
}

const stemOf = new Map<string, string>();
/** A vocabulary has tens of thousands of words; numbers and typing errors must not grow the cache for ever. */
const cacheLimit = 200_000;

/** The word's Porter stem where it is plain ASCII letters, else the word itself. */
export function stem(word: string): string {
  const known = stemOf.get(word);
  if (known !== undefined) return known;
  const bare = word.replaceAll("'", '');
  const result = /^[a-z]+$/.test(bare) ? PorterStemmer.stem(bare) : bare;
  if (stemOf.size >= cacheLimit) stemOf.clear();
  stemOf.set(word, result);
  return result;
}

export function stems(text: string): string[] {
  return words(text).map(stem);
}

/** The stems of the words that are no stop words (compared as words, not as stems). */
export function contentStems(text: string, stopWords: ReadonlySet<string>): string[] {
  return words(text)
    .filter((word) => !stopWords.has(word))
    .map(stem);
}

/** Whether words stand side by side among others, in their order. */
export const includesRun = (list: readonly string[], run: readonly string[]): boolean =>
  list.some((_, at) => run.every((word, i) => list[at + i] === word));
