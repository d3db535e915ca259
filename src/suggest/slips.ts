/** Typing slips: words that nobody else writes, one letter away from a word that many write. */
import { words } from '../text/words.js';

export interface Slips {
  /** The text with its slips corrected, for comparison; null where there are none. */
  corrected(text: string): string | null;
}

/** A word that so many texts have is no slip of anybody's. */
const common = 5;
/** One letter more or less makes another word of a shorter one. */
const shortest = 4;
const letters = 'abcdefghijklmnopqrstuvwxyz';

/** @param texts all that customers wrote, and the training phrases */
export function createSlips(texts: Iterable<string>): Slips {
  const counts = new Map<string, number>();
  for (const text of texts)
    for (const word of new Set(words(text))) counts.set(word, (counts.get(word) ?? 0) + 1);
  const meant = (word: string): string | undefined => {
    if (word.length < shortest || (counts.get(word) ?? 0) > 1 || !/^[a-z]+$/.test(word)) return;
    let best: string | undefined;
    for (const other of oneEditAway(word)) {
      const count = counts.get(other) ?? 0;
      if (count >= common && count > (counts.get(best ?? '') ?? 0)) best = other;
    }
    return best;
  };
  return {
    corrected(text) {
      const said = words(text);
      const right = said.map((word) => meant(word) ?? word);
      return right.some((word, i) => word !== said[i]) ? right.join(' ') : null;
    },
  };
}

/** Damerau-Levenshtein distance 1. Cost: some 54 times the word's length. */
function* oneEditAway(word: string): Generator<string> {
  for (let i = 0; i <= word.length; i++) {
    const [head, tail] = [word.slice(0, i), word.slice(i)];
    if (tail !== '') yield head + tail.slice(1);
    if (tail.length > 1) yield head + tail[1] + tail[0] + tail.slice(2);
    for (const letter of letters) {
      if (tail !== '') yield head + letter + tail.slice(1);
      yield head + letter + tail;
    }
  }
}
