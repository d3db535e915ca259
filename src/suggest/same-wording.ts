/** Wordings that say the same, or long ones that differ in a word or two: of the two a person reads one in vain, whatever the words. */
import { twins } from '../text/similarity.js';
import { shareOwnEnds } from './own-ends.js';
import { fewestWordsOfTwin, mostShareOfOther } from './settings.js';
import type { Wording } from './wording.js';

/** @param from which similarity (0 to 1) on wordings are one wish said twice */
export const areTwins = (a: Wording, b: Wording, from: number): boolean =>
  twins(a.prepared, b.prepared, from) ||
  differInFew(a.key, b.key) ||
  saySame(a, b) ||
  shareOwnEnds(withWords(a), withWords(b));

/** "Tax receipt please" and "my tax receipt" say the same. */
const saySame = (a: Wording, b: Wording): boolean => Boolean(a.content) && a.content === b.content;

/** @param a key (see `phraseKey`) of one wording; a number is as good as another */
export function differInFew(a: string, b: string): boolean {
  const [one, other] = [wordsOf(a), wordsOf(b)];
  const longer = Math.max(one.length, other.length);
  const most = Math.floor(mostShareOfOther * longer);
  if (Math.min(one.length, other.length) < fewestWordsOfTwin) return false;
  if (Math.abs(one.length - other.length) > most) return false;
  return editsBetween(one, other) <= most;
}

const withWords = ({ key, ownEnds }: Wording) => ({ list: wordsOf(key), ownEnds });
const wordsOf = (key: string): string[] => key.replace(/\d+(?: \d+)*/g, '0').split(' ');

/** Levenshtein distance in words. */
function editsBetween(a: readonly string[], b: readonly string[]): number {
  let row = b.map((_, j) => j + 1);
  for (const [i, word] of a.entries()) {
    let left = i + 1;
    let diagonal = i;
    row = b.map((other, j) => {
      const above = row[j] ?? 0;
      const cost = Math.min(above + 1, left + 1, diagonal + (word === other ? 0 : 1));
      diagonal = above;
      left = cost;
      return cost;
    });
  }
  return row.at(-1) ?? a.length;
}
