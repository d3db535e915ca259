/** Kinds as tokens name them. */
import type { Language } from '../language/language.js';
import type { FoundValue } from './asked.js';

/** The last digits of a card are not the number under which a firm knows somebody: who reads the token can tell them apart. */
const shortNumbers = new Map([
  [3, 'three_digits'],
  [4, 'four_digits'],
]);

/** What a value's token is called. @param words the value as it was written */
export function kindInToken(
  { kind, form }: FoundValue,
  words: string,
  { language, region }: { language: Language; region: string },
): string {
  if (kind !== 'account') return kind;
  const digits = form ?? language.canonical(words, { region }) ?? '';
  return (/^\d+$/.test(digits) && shortNumbers.get(digits.length)) || kind;
}
