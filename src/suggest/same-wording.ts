/** Wordings that say the same, or long ones that differ in a word or two: of the two a person reads one in vain, whatever the words. */
import { fewestWordsOfTwin, mostShareOfOther } from './settings.js';

/** "Tax receipt please" and "my tax receipt" say the same. */
export const saySame = (a: { content: string }, b: { content: string }): boolean =>
  a.content !== '' && a.content === b.content;

/** @param a key (see `phraseKey`) of one wording; a number is as good as another */
export function differInFew(a: string, b: string): boolean {
  const [one, other] = [wordsOf(a), wordsOf(b)];
  const longer = Math.max(one.length, other.length);
  const most = Math.floor(mostShareOfOther * longer);
  if (Math.min(one.length, other.length) < fewestWordsOfTwin) return false;
  if (Math.abs(one.length - other.length) > most) return false;
  return editsBetween(one, other) <= most;
}

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
