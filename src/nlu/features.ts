import { tokensIn, withoutTokens } from '../text/tokens.js';
import { words } from '../text/words.js';

/** Hash buckets of a text's features, word features apart from character features; with repeats, in reading order. */
export interface Hashed {
  words: Int32Array;
  characters: Int32Array;
}

/** Enough that two features of a bot's vocabulary seldom share one. */
export const buckets = 1 << 20;
const shortest = 2;
const longest = 4;
const prime = 0x01000193;

/** FNV-1a on UTF-16 units. */
function hashOf(text: string, seed: number): number {
  let hash = seed | 0;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), prime);
  return hash;
}

/** FNV's low bits mix worst, so the high ones come down. */
const bucketOf = (hash: number) => ((hash ^ (hash >>> 15)) >>> 0) % buckets;

/** Long digit runs are references and numbers: which one it is says nothing about the intent. */
const generalised = (word: string) => (/^\d{4,}$/.test(word) ? '0000' : word);

/**
 * Words, pairs of neighbouring words, and character n-grams of two to four within a word and its edges. A redaction
 * token `⟨phone:9f2c41⟩` is the one word `__phone__`, whoever's number it is.
 */
export function hashFeatures(text: string): Hashed {
  const found = words(withoutTokens(text)).map(generalised);
  const kinds = tokensIn(text).map(({ kind }) => `__${kind}__`);
  const single = [...found, ...kinds].map((word) => hashOf(word, 0x811c9dc5));
  const pairs = single
    .slice(0, found.length)
    .map((hash, i) => Math.imul((single[i - 1] ?? 7) ^ 0x5bd1e995, 31) ^ hash);
  return {
    words: Int32Array.from([...single, ...pairs], bucketOf),
    characters: hashCharacters(found),
  };
}

function hashCharacters(found: readonly string[]): Int32Array {
  const hashes: number[] = [];
  for (const word of found) {
    const padded = ` ${word} `;
    for (let start = 0; start < padded.length - 1; start++) {
      let hash = 0x1234567;
      const end = Math.min(padded.length, start + longest);
      for (let i = start; i < end; i++) {
        hash = Math.imul(hash ^ padded.charCodeAt(i), prime);
        if (i - start + 1 >= shortest) hashes.push(bucketOf(hash));
      }
    }
  }
  return Int32Array.from(hashes);
}
