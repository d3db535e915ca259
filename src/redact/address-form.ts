/** The part of an address in which two tellings of it agree: the house number and the street. */
import type { Language } from '../language/language.js';
import { streetTypes } from './street-types.js';

const house = new RegExp(
  `(?<![\\p{L}\\p{N}/-])0*([1-9]\\d{0,4}\\p{L}?(?:[/-]\\d{1,5})?),? ((?:county|state) (?:road|rd|highway|hwy|route) \\d{1,4}|(?:\\p{L}[\\p{L}'’.-]* ){1,3}?${streetTypes})(?![\\p{L}\\p{N}])`,
  'iu',
);

/**
 * "12 high st, flat 3, Leeds" and "12 High Street" are one: people leave out town and flat, and how much of them is redacted
 * depends on how they were asked. null where no house number and street are found.
 */
export function addressForm(text: string, language: Language, region: string): string | null {
  const plain = language.numbers.toDigits(
    text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' '),
  );
  const [, number, street] = house.exec(plain) ?? [];
  return number === undefined ? null : language.canonical(`${number} ${street}`, { region });
}
