import { numberWordsToDigits } from './number-words.js';

const signs: Record<string, string> = {
  dot: '.',
  point: '.',
  period: '.',
  underscore: '_',
  dash: '-',
  hyphen: '-',
  minus: '-',
  plus: '+',
};
const signWord = new RegExp(`(?:^|\\s+)(${Object.keys(signs).join('|')})(?=\\s+)\\s*`, 'g');

/** "jane dot doe at example dot com", "j a n e eighty five (at) example (dot) com" as it is written. */
export function writtenEmail(spoken: string): string {
  return spoken
    .toLowerCase()
    .split(/\s*[([]at[)\]]\s*| at sign | at |@/)
    .map(writtenPart)
    .join('@');
}

/** One side of the sign, or an address of the web: "maple dash toys dot co". */
export function writtenPart(part: string): string {
  const plain = part
    .trim()
    .replace(/\s*[([]dot[)\]]\s*/g, '.')
    .replace(/\bdouble (\p{L})(?!\p{L})/gu, '$1$1')
    .replace(signWord, (_, word: string) => signs[word] ?? word);
  return numberWordsToDigits(plain).replace(/\s+/g, '');
}
