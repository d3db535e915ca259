/** A wording that many customers use, beside which another one with one word more, less or otherwise is somebody's slip. */
import { commonerFrom, fewestWordsOfForm, rarerWord } from './settings.js';

export interface Commoner {
  /** @param words lower case */
  has(words: readonly string[]): boolean;
}

interface Form {
  words: readonly string[];
  times: number;
}

/** @param wordings how many customers use each, its words joined by blanks */
export function createCommoner(wordings: ReadonlyMap<string, number>): Commoner {
  const shorter = new Map<string, Form[]>();
  const likewise = new Map<string, Form[]>();
  const ofWord = new Map<string, number>();
  for (const [key, times] of wordings) {
    const words = key.split(' ');
    for (const word of new Set(words)) ofWord.set(word, (ofWord.get(word) ?? 0) + times);
    if (words.length < fewestWordsOfForm) continue;
    const form = { words, times };
    for (const at of words.keys()) {
      add(shorter, without(words, at), form);
      add(likewise, withAny(words, at), form);
    }
  }
  const isRarer = (word = '', other = '') =>
    rarerWord * (ofWord.get(word) ?? 0) <= (ofWord.get(other) ?? 0);
  return {
    has(words) {
      if (words.length < fewestWordsOfForm) return false;
      const key = words.join(' ');
      const own = wordings.get(key) ?? 0;
      const isCommoner = (times = 0) => times >= commonerFrom * Math.max(1, own);
      if (shorter.get(key)?.some(({ times }) => isCommoner(times))) return true;
      return words.some(
        (word, at) =>
          isCommoner(wordings.get(without(words, at))) ||
          likewise
            .get(withAny(words, at))
            ?.some(
              (other) =>
                isCommoner(other.times) &&
                (isRarer(word, other.words[at]) || isNear(word, other.words[at])),
            ),
      );
    },
  };
}

const without = (words: readonly string[], at: number): string =>
  words.filter((_, i) => i !== at).join(' ');
const withAny = (words: readonly string[], at: number): string => words.with(at, '*').join(' ');

function add(index: Map<string, Form[]>, key: string, form: Form): void {
  const known = index.get(key);
  if (known) known.push(form);
  else index.set(key, [form]);
}

/** "know" and "now": one begins or ends as the other does, but for a letter. */
function isNear(a = '', b = ''): boolean {
  if (a === b || Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start++;
  let end = 0;
  while (end < Math.min(a.length, b.length) - start && a.at(-1 - end) === b.at(-1 - end)) end++;
  return Math.max(a.length, b.length) - start - end <= 1;
}
