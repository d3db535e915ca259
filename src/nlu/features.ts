import { tokensIn } from '../text/tokens.js';
import { stem, words } from '../text/words.js';

/**
 * Hash buckets of a text's features, by block, with repeats, in reading order: stems; a stem with the one before it; two
 * stems that stand near each other in either order; three letters of a word.
 */
export type Hashed = readonly Int32Array[];

/** Enough that two features of a bot's vocabulary seldom share one. */
export const buckets = 1 << 21;
const lettersTogether = 3;
/** Words further apart say little together, and a long text would have hundreds of thousands of pairs. */
const pairReach = 12;
const prime = 0x01000193;

/** FNV-1a on UTF-16 units. */
function hashOf(text: string, seed: number, start = 0, end = text.length): number {
  let hash = seed | 0;
  for (let i = start; i < end; i++) hash = Math.imul(hash ^ text.charCodeAt(i), prime);
  return hash;
}

/** FNV's low bits mix worst, so the high ones come down. */
const bucketOf = (hash: number) => (hash ^ (hash >>> 15)) & (buckets - 1);

const combine = (a: number, b: number, seed: number) =>
  bucketOf(Math.imul(Math.imul(a ^ seed, prime) ^ b, 0x85ebca6b));

interface Word {
  stem: number;
  letters: Int32Array;
}

/** Long digit runs are references and numbers: which one it is says nothing about the intent. */
const longNumber = /^(?!0000$)\d{4,}$/;

const known = new Map<string, Word>();
/** A vocabulary has tens of thousands of words; numbers and typing errors must not grow the cache for ever. */
const cacheLimit = 50_000;

/** A text repeats the words of others: each is cut and hashed once. */
function wordOf(text: string): Word {
  const before = known.get(text);
  if (before) return before;
  if (longNumber.test(text)) return wordOf('0000');
  const padded = ` ${text} `;
  const letters = new Int32Array(Math.max(1, padded.length - lettersTogether + 1));
  for (let start = 0; start < letters.length; start++)
    letters[start] = bucketOf(hashOf(padded, 0x1234567, start, start + lettersTogether));
  const word = { stem: hashOf(stem(text), 0x811c9dc5), letters };
  if (known.size >= cacheLimit) known.clear();
  known.set(text, word);
  return word;
}

/** A redaction token `⟨phone:9f2c41⟩` is the one word `__phone__`, whoever's number it is. */
export function hashFeatures(text: string): Hashed {
  const found = words(text).map(wordOf);
  const stems = found.map((word) => word.stem);
  const kinds = tokensIn(text).map(({ kind }) => hashOf(`__${kind}__`, 0x811c9dc5));
  const all = kinds.length === 0 ? stems : [...stems, ...kinds];
  return [bucketsOf(all), rowOf(stems), pairsOf([...new Set(all)]), lettersOf(found)];
}

// Loops: `from` and `map` of typed arrays go through an iterator or a species and take several times as long.
function bucketsOf(hashes: readonly number[]): Int32Array {
  const found = new Int32Array(hashes.length);
  for (let i = 0; i < found.length; i++) found[i] = bucketOf(hashes[i] as number);
  return found;
}

function rowOf(stems: readonly number[]): Int32Array {
  const row = new Int32Array(stems.length);
  for (let i = 0; i < row.length; i++)
    row[i] = combine(i === 0 ? 7 : (stems[i - 1] as number), stems[i] as number, 0x5bd1e995);
  return row;
}

function pairsOf(stems: readonly number[]): Int32Array {
  const n = stems.length;
  const reach = Math.min(pairReach, n - 1);
  const pairs = new Int32Array(n < 2 ? 0 : reach * n - (reach * (reach + 1)) / 2);
  let at = 0;
  for (let i = 0; i < n; i++)
    for (let j = i + 1; j < n && j <= i + pairReach; j++) {
      const [a, b] = [stems[i] as number, stems[j] as number];
      pairs[at++] = a < b ? combine(a, b, 0x2545f491) : combine(b, a, 0x2545f491);
    }
  return pairs;
}

function lettersOf(found: readonly Word[]): Int32Array {
  const all = new Int32Array(found.reduce((sum, { letters }) => sum + letters.length, 0));
  let at = 0;
  for (const { letters } of found) {
    all.set(letters, at);
    at += letters.length;
  }
  return all;
}
