import type { AskedKind } from '../asked-value.js';
import { canonical } from '../canonical.js';
import { sign } from '../signals.js';
import { readSpelled, type Shape, type Spelled, type SpelledWord } from '../spelling.js';

/** "1234" is enough where the number was asked for, and "AB1"; a word without digits is none. */
const code: Shape = {
  mayBegin: (characters) => /^[a-z\d]{1,34}$/.test(characters),
  isWhole: (characters) => characters.length >= 3 && /\d.*\d/.test(characters),
  mostDoubt: 0.9,
};

const money =
  /[£$€¥₹]\s?\d[\d,]*(?:\.\d+)?|\d[\d,]*(?:\.\d{1,2})?\s?(?:pounds?|dollars?|euros?|quid|pence)\b(?:\s\d{1,2}\b)?|(?<![\d.])\d[\d,]*\.\d{1,2}(?![\d.])/giu;
const number = /^\d{2,}$/;

/** "84595805 and 1450.83 pounds": what was asked for comes apart from sums of money and from other numbers. */
function separate(text: string, words: readonly SpelledWord[]): SpelledWord[][] {
  const sums = Array.from(text.matchAll(money), ({ 0: sum, index }) => [index, index + sum.length]);
  const runs: SpelledWord[][] = [[]];
  words.forEach((word, i) => {
    const isSum = sums.some(([from = 0, to = 0]) => word.start >= from && word.start < to);
    const isBetween =
      word.text === 'and' &&
      number.test(words[i - 1]?.text ?? '') &&
      number.test(words[i + 1]?.text ?? '');
    if (isSum || isBetween) runs.push([]);
    else runs.at(-1)?.push(word);
  });
  return runs;
}

/** Numbers and codes by which a firm or a state knows somebody. */
export const account: AskedKind = {
  id: 'account',
  mayRead: ({ signals }) => signals.digits > 0 || (signals.signs & sign.numberWord) !== 0,
  read({ text, words, region }) {
    const found = separate(text, words)
      .flatMap((some) => readSpelled(some, code) ?? [])
      .reduce<Spelled | null>((best, one) => (best && best.cost <= one.cost ? best : one), null);
    if (!found) return null;
    const form = canonical(found.characters, { region }) ?? found.characters;
    return { start: found.start, end: found.end, form };
  },
};
