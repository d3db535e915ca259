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
 * How long they are in each country that has them, by ISO 13616's register. Without it one identifier of other systems in a
 * hundred that begins with two letters and two digits is taken for one (Twilio's are `WT` and 32 hexadecimal digits).
 */
const lengths = new Map(
  (
    'AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BI27 BR29 BY28 CH21 CR22 CY28 CZ24 DE22 DJ27 DK18 DO28 EE20 EG29 ES24 FI18 ' +
    'FK18 FO18 FR27 GB22 GE22 GI23 GL18 GR27 GT28 HN28 HR21 HU28 IE22 IL23 IQ23 IS26 IT27 JO30 KW30 KZ20 LB28 LC32 LI21 LT20 ' +
    'LU20 LV21 LY25 MC27 MD24 ME22 MK19 MN20 MR27 MT31 MU30 NI28 NL18 NO15 OM23 PK24 PL28 PS29 PT25 QA29 RO24 RS22 RU33 SA24 ' +
    'SC31 SD18 SE24 SI19 SK24 SM27 SO23 ST25 SV28 TL23 TN24 TR26 UA29 VA22 VG24 XK20 YE30'
  )
    .split(' ')
    .map((one): [string, number] => [one.slice(0, 2), Number(one.slice(2))]),
);

/** @param compact letters and digits alone. */
export function isIban(compact: string): boolean {
  if (!/^[a-z]{2}\d{2}[a-z\d]{11,30}$/i.test(compact)) return false;
  if (lengths.get(compact.slice(0, 2).toUpperCase()) !== compact.length) return false;
  const moved = (compact.slice(4) + compact.slice(0, 4)).toLowerCase();
  let remainder = 0;
  for (const character of moved)
    for (const digit of `${Number.parseInt(character, 36)}`)
      remainder = (remainder * 10 + Number(digit)) % 97;
  return remainder === 1;
}
