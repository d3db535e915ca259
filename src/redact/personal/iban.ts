import { countrySpecs } from 'ibantools';
import type { PersonalRule, PersonalValue } from '../personal-rule.js';
import { fewestDigitsOfIban } from '../settings.js';

const candidate = /(?<![\p{L}\p{N}])[A-Z]{2}\d{2}(?:[ -]?[A-Z0-9]{1,4}){3,8}(?![\p{L}\p{N}])/giu;

/** International bank account number, ISO 13616: letters count 10 to 35, and the whole is 1 modulo 97. */
export const iban: PersonalRule = {
  id: 'iban',
  needs: ({ digits }) => digits >= fewestDigitsOfIban,
  hint: /[a-z]{2}\d{2}[ -]?[a-z0-9]/i,
  find({ text }) {
    return Array.from(text.matchAll(candidate), (match) =>
      longestValid(match[0], match.index),
    ).filter((found) => found !== null);
  },
};

/** The words that follow a spaced IBAN look like groups of it, so groups are taken off the end until it fits. */
function longestValid(text: string, start: number): PersonalValue | null {
  let rest = text;
  while (rest.length >= 15) {
    if (rest.replace(/\D/g, '').length < fewestDigitsOfIban) return null;
    if (isIban(rest.replace(/[ -]/g, ''))) return { kind: 'iban', start, end: start + rest.length };
    rest = rest.replace(/(?:[ -]|^)[^ -]*$/, '');
  }
  return null;
}

/**
 * Of the length that its country's have, by ISO 13616's register: without it one identifier in a hundred that begins with two letters
 * and two digits is taken for one (Twilio's are `WT` and 32 hexadecimal digits). National check digits are not asked for: what is
 * nearly one is hidden, too.
 *
 * @param compact letters and digits alone
 */
export function isIban(compact: string): boolean {
  if (!/^[a-z]{2}\d{2}[a-z\d]{11,30}$/i.test(compact)) return false;
  if (countrySpecs[compact.slice(0, 2).toUpperCase()]?.chars !== compact.length) return false;
  const moved = (compact.slice(4) + compact.slice(0, 4)).toLowerCase();
  let remainder = 0;
  for (const character of moved)
    for (const digit of `${Number.parseInt(character, 36)}`)
      remainder = (remainder * 10 + Number(digit)) % 97;
  return remainder === 1;
}
