import {
  type CountryCode,
  isSupportedCountry,
  parsePhoneNumberFromString,
} from 'libphonenumber-js';
import { isCardNumber } from '../../lib/luhn.js';
import { amountForm } from './amounts.js';
import { dateForm } from './dates.js';
import { writtenEmail } from './emails.js';
import { numberWordsToDigits } from './number-words.js';
import { spelledOut } from './spelling.js';
import { timeForm } from './times.js';

export interface CanonicalOptions {
  /** ISO 3166 code of the country whose phone numbers and order of day and month are meant, for example `GB`. */
  region: string;
}

/**
 * The form in which two spellings of one value are equal: "07700 900123" and "plus four four seven seven double oh ...",
 * "£25.50" and "25 pounds 50", "5 March 1985" and "05/03/1985". null where there is no value. A list of one is its element;
 * other lists and objects are JSON with sorted keys and canonical leaves.
 */
export function canonical(value: unknown, options: CanonicalOptions): string | null {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string') return canonicalText(value, options.region);
  if (typeof value === 'number')
    return Number.isFinite(value) ? canonicalNumber(value, options) : null;
  if (value instanceof Date)
    return Number.isNaN(+value) ? null : canonical(value.toISOString(), options);
  if (Array.isArray(value)) return canonicalList(value, options);
  if (typeof value === 'object') return canonicalObject(value, options);
  return canonicalText(String(value), options.region);
}

/** A decimal number keeps its point whatever the region writes; a whole one may be a phone number typed as a number. */
function canonicalNumber(value: number, options: CanonicalOptions): string | null {
  const rounded = Number(value.toFixed(6));
  return Number.isInteger(rounded) ? canonicalText(`${rounded}`, options.region) : `${rounded}`;
}

function canonicalList(values: readonly unknown[], options: CanonicalOptions): string | null {
  const forms = values.map((value) => canonical(value, options)).filter((form) => form !== null);
  return forms.length < 2 ? (forms[0] ?? null) : JSON.stringify(forms);
}

function canonicalObject(value: object, options: CanonicalOptions): string | null {
  const entries = Object.entries(value)
    .map(([key, part]) => [key, canonical(part, options)] as const)
    .filter(([, form]) => form !== null)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return entries.length === 0 ? null : JSON.stringify(Object.fromEntries(entries));
}

const email = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;
const spokenEmail = /^\S+(?: (?:dot|underscore|dash|hyphen) \S+)* at \S+(?: dot \S+)+$/;
const yes =
  /^(?:true|yes|yeah|yep|yup|y|correct|(?:yes|yeah),? (?:please|sure|correct|of course|i do|it is|that'?s right|that is right)|that'?s (?:right|correct)|that is (?:right|correct)|of course|yes yes)$/;
const no =
  /^(?:false|no|nope|nah|n|incorrect|not really|no no|no,? (?:thanks|thank you|it'?s not|it is not|i don'?t|i do not|i'm not|never))$/;

function canonicalText(value: string, region: string): string | null {
  const text = value.normalize('NFKC').trim().toLowerCase().replace(/\s+/g, ' ');
  const bare = text.replace(/[.,;:!?]+$/, '').replace(/^mailto:/, '');
  const address = spokenEmail.test(bare) ? writtenEmail(bare) : bare;
  if (email.test(address)) return address;
  if (yes.test(bare)) return 'true';
  if (no.test(bare)) return 'false';
  const plain = numberWordsToDigits(bare).trim();
  // Most words are no value of any kind; dates, times, sums and phones have digits.
  if (!/\d/.test(plain)) return spelledForm(bare, region) ?? bareForm(plain, region);
  const ordinal = /^(?:the )?(\d{1,2}(?:st|nd|rd|th))(?: 1)?$/.exec(plain);
  if (ordinal?.[1] !== undefined) return ordinal[1];
  return (
    dateForm(plain, region) ??
    timeForm(plain) ??
    wholeForm(amountForm(plain, region), plain, region) ??
    phoneForm(plain, region) ??
    spelledForm(bare, region) ??
    bareForm(streetInFull(plain), region)
  );
}

/** "alpha bravo one two three", "b for bravo double seven": the letters and digits that are meant. */
function spelledForm(text: string, region: string): string | null {
  const characters = spelledOut(text);
  return characters === null ? null : canonicalText(characters, region);
}

/** Nothing but digits and what people put between them. */
const phoneShape = /^(?:tel:|plus )?\+?[\d\s().\-/]+(?:(?:ext|x|extension)\.? ?\d{1,6})?$/;

/**
 * E.164 where the text is a possible phone number of the region or an international one, else null. Possible, not
 * valid: the numbers reserved for fiction are dialled by nobody, and newly given ones are unknown to the list. Only where fewer
 * than nine digits begin with neither 0 nor + must they be valid: they are rather an account.
 */
export function phoneForm(text: string, region: string): string | null {
  if (!phoneShape.test(text)) return null;
  const digits = text.replace(/\D/g, '');
  if (digits.length < 7 || digits.length > 21) return null;
  const written = text.replace(/^(?:tel:|plus )/, (prefix) => (prefix === 'plus ' ? '+' : ''));
  if (!/^\+|^0/.test(written) && isCardNumber(digits)) return null;
  const isShort = /^[1-9]/.test(written) && digits.length < 9;
  return parsedPhone(written, region, isShort);
}

/** Parsing costs a tenth of a millisecond, and a number is looked at several times in each conversation. */
const parsedPhones = new Map<string, string | null>();
const mostParsedPhones = 20_000;

function parsedPhone(written: string, region: string, mustBeValid: boolean): string | null {
  const key = `${region}${mustBeValid ? '!' : '?'}${written}`;
  const known = parsedPhones.get(key);
  if (known !== undefined) return known;
  const country: CountryCode | undefined = isSupportedCountry(region) ? region : undefined;
  const number = parsePhoneNumberFromString(written, country);
  const fits = mustBeValid ? number?.isValid() : number?.isPossible();
  // Noughts alone are dialled by nobody, and each reading of them takes one off.
  const form = fits && !/0{8}$/.test(number?.number ?? '') ? (number?.number ?? null) : null;
  if (parsedPhones.size >= mostParsedPhones) parsedPhones.clear();
  parsedPhones.set(key, form);
  return form;
}

/** E.164 where bare digits are a number in use with its country code; most numeric ids and clock times are not. */
export function validInternational(digits: string): string | null {
  const number = parsePhoneNumberFromString(`+${digits}`);
  return number?.isValid() ? number.number : null;
}

/** A whole amount is equal to the same digits without a currency, whatever those are. */
function wholeForm(amount: string | null, text: string, region: string): string | null {
  const isWhole = amount !== null && amount !== text && /^\d+$/.test(amount);
  return isWhole ? canonicalText(amount, region) : amount;
}

const streets: Record<string, string> = {
  st: 'street',
  str: 'street',
  rd: 'road',
  ave: 'avenue',
  av: 'avenue',
  ln: 'lane',
  dr: 'drive',
  cres: 'crescent',
  blvd: 'boulevard',
  sq: 'square',
  tce: 'terrace',
};
const street = new RegExp(
  `^((?:\\D+ )?\\d{1,5}\\p{L}?,? (?:\\p{L}+ ){1,3})(${Object.keys(streets).join('|')})\\b`,
  'u',
);

/** "12 High St" is "12 High Street". */
const streetInFull = (text: string) =>
  text.replace(street, (_, before: string, type: string) => before + (streets[type] ?? type));

/** What is left without the signs between may be a value of another kind: "2-pm", "#07700900123". */
function bareForm(text: string, region: string): string | null {
  const form = lettersAndDigits(text);
  if (form === null) return null;
  const digits = prefixedNumber.exec(form)?.[1];
  if (digits !== undefined) return canonicalText(digits, region);
  return form === text ? form : canonicalText(form, region);
}

/**
 * "LM7466010", "lm 7466010" and "7466010" are one value: people leave out the letters that all of a firm's numbers begin
 * with, and where they say them apart only the digits are found and redacted.
 */
const prefixedNumber = /^[a-z]{1,4}(\d{5,})$/;

/** Accents are spelling, too: "Zoë" is "zoe". Marks of other scripts are letters and stay. */
function lettersAndDigits(text: string): string | null {
  if (!/[^ -~]/.test(text)) return text.toLowerCase().replace(/[^a-z\d]+/g, '') || null;
  const folded = text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFKC');
  return folded.replace(/[^\p{L}\p{M}\p{N}]/gu, '').toLowerCase() || null;
}
