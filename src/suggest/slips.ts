/** Typing slips: words one letter away from what others write in the same place, or from a word that many write. */
import { words } from '../text/words.js';
import { segmentsIn } from './segments.js';
import { commonerWord, commonFrom, othersWithWord, shortestSlip } from './settings.js';

export interface Slips {
  has(text: string): boolean;
}

const letters = 'abcdefghijklmnopqrstuvwxyz';

/**
 * @param texts all that customers wrote, and the training phrases
 * @param isWord of the language, or of the training phrases
 */
export function createSlips(texts: Iterable<string>, isWord: (word: string) => boolean): Slips {
  const counts = new Map<string, number>();
  const count = (key: string) => counts.set(key, (counts.get(key) ?? 0) + 1);
  for (const text of texts) {
    const parts = segmentsIn(text).map(({ start, end }) => words(text.slice(start, end)));
    const places = parts.flatMap((list) => list.map((word, i) => inPlace(list, i, word)));
    for (const key of new Set([...parts.flat(), ...places])) count(key);
  }
  const times = (key: string) => counts.get(key) ?? 0;
  const isSlip = (list: readonly string[], at: number): boolean => {
    const word = list[at] ?? '';
    if (word.length < shortestSlip.inPlace || !/^[a-z]+$/.test(word)) return false;
    const isRare = word.length >= shortestSlip.anywhere && times(word) <= 1;
    const isAlone = times(inPlace(list, at, word)) <= 1;
    const isStrange = word.length >= shortestSlip.anywhere && !isWord(word);
    if (!isRare && !isAlone && !isStrange) return false;
    for (const other of oneEditAway(word)) {
      if (times(other) === 0 || other === word) continue;
      if (isRare && times(other) >= commonFrom) return true;
      if (isStrange && times(other) >= commonerWord * Math.max(1, times(word))) return true;
      if (isAlone && times(inPlace(list, at, other)) >= othersWithWord) return true;
    }
    return false;
  };
  return {
    has: (text) =>
      segmentsIn(text).some(({ start, end }) =>
        words(text.slice(start, end)).some((_, at, list) => isSlip(list, at)),
      ),
  };
}

/** The word between its neighbours. */
const inPlace = (list: readonly string[], at: number, word: string): string =>
  `${list[at - 1] ?? ''} ${word} ${list[at + 1] ?? ''}`;

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
