/** Between which words one thing ends and the next begins, as those show who write signs. */
import { joinedShare, jointShare, mostInARow } from './settings.js';

export interface Joints {
  /** Others part these words before the one at this place by a sign, about as often as they do not. */
  isParted(words: readonly string[], at: number): boolean;
  /** The word before it often ends a part, and the one there often begins one. */
  mayPart(words: readonly string[], at: number): boolean;
  /** Hardly anybody else says the two words in a row. */
  isRare(words: readonly string[], at: number): boolean;
}

/** @param texts each as the words of its parts */
export function createJoints(texts: Iterable<readonly (readonly string[])[]>): Joints {
  const counts = new Map<string, number>();
  const times = (key: string) => counts.get(key) ?? 0;
  const count = (key: string) => counts.set(key, times(key) + 1);
  for (const parts of texts)
    for (const [i, part] of parts.entries()) {
      for (const word of part) count(word);
      count(`| ${part[0]}`);
      count(`${part.at(-1)} |`);
      for (let at = 1; at < part.length; at++) count(`${part[at - 1]} ${part[at]}`);
      for (let at = 1; at + 1 < part.length; at++) count(around(part, at, ' '));
      const next = parts[i + 1];
      if (next) count(around([...part, ...next], part.length, ' | '));
    }
  const isOften = (key: string, word = '') =>
    times(word) > 0 && times(key) >= jointShare * times(word);
  return {
    isParted(words, at) {
      const parted = times(around(words, at, ' | '));
      return parted > 0 && parted >= joinedShare * times(around(words, at, ' '));
    },
    mayPart: (words, at) =>
      isOften(`${words[at - 1]} |`, words[at - 1]) && isOften(`| ${words[at]}`, words[at]),
    isRare: (words, at) => times(`${words[at - 1]} ${words[at]}`) <= mostInARow,
  };
}

/** One word before the place and two behind it: "loan, I" alone parts "the loan I applied for", too. */
const around = (words: readonly string[], at: number, sign: string): string =>
  `${words[at - 1]}${sign}${words[at]} ${words[at + 1] ?? ''}`;
