import {
  type CountryCode,
  isSupportedCountry,
  parsePhoneNumberFromString,
} from 'libphonenumber-js';
import { amountForm } from './amounts.js';
import { dateForm } from './dates.js';
import { isCardNumber } from './luhn.js';
import { numberWordsToDigits } from './number-words.js';

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
const yes = /^(?:true|yes|yeah|yep|y|correct)$/;
const no = /^(?:false|no|nope|nah|n|incorrect)$/;

function canonicalText(value: string, region: string): string | null {
  const text = value.normalize('NFKC').trim().toLowerCase().replace(/\s+/g, ' ');
  const bare = text.replace(/[.,;:!?]+$/, '').replace(/^mailto:/, '');
  const address = spokenEmail.test(bare) ? writtenEmail(bare) : bare;
  if (email.test(address)) return address;
  if (yes.test(bare)) return 'true';
  if (no.test(bare)) return 'false';
  const plain = numberWordsToDigits(bare).trim();
  return (
    dateForm(plain, region) ??
    timeForm(plain) ??
    wholeForm(amountForm(plain, region), plain, region) ??
    phoneForm(plain, region) ??
    bareForm(plain, region)
  );
}

/** "jane dot doe at example dot com" as it is written. */
export function writtenEmail(spoken: string): string {
  return spoken
    .toLowerCase()
    .replace(/\s*[([]at[)\]]\s*| at /, '@')
    .replace(/\s*[([]dot[)\]]\s*| dot /g, '.')
    .replace(/ underscore /g, '_')
    .replace(/ (?:dash|hyphen) /g, '-');
}

const time =
  /^(\d{1,2})(?:[:. ]?(\d{2}))?(?::\d{2})? ?(?:([ap])\.? ?m\.?|o'?clock)$|^(\d{1,2}):(\d{2})(?::\d{2})?$/;

function timeForm(text: string): string | null {
  if (/^(?:12 )?noon$/.test(text)) return '12:00';
  if (/^(?:12 )?midnight$/.test(text)) return '00:00';
  const match = time.exec(text);
  if (!match) return null;
  const half = match[3];
  let hour = Number(match[1] ?? match[4]);
  const minute = match[2] ?? match[5] ?? '00';
  if (hour > 23 || Number(minute) > 59 || (half !== undefined && hour > 12)) return null;
  if (half !== undefined) hour = (hour % 12) + (half === 'p' ? 12 : 0);
  return `${hour}`.padStart(2, '0').concat(':', minute);
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
  const form = fits ? (number?.number ?? null) : null;
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

/** What is left without the signs between may be a value of another kind: "2-pm", "#07700900123". */
function bareForm(text: string, region: string): string | null {
  const form = lettersAndDigits(text);
  return form === null || form === text ? form : canonicalText(form, region);
}

/** Accents are spelling, too: "Zoë" is "zoe". Marks of other scripts are letters and stay. */
function lettersAndDigits(text: string): string | null {
  const folded = text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFKC');
  return folded.replace(/[^\p{L}\p{M}\p{N}]/gu, '').toLowerCase() || null;
}
