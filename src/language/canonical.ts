/**
 * The form in which two spellings of one value are equal, in any language: which values there are and in what order they are
 * looked for. What words mean is the language's (`ValueWords`).
 */
import { phoneForm } from '../lib/phone.js';

export interface CanonicalOptions {
  /** ISO 3166 code of the country whose phone numbers and order of day and month are meant, for example `GB`. */
  region: string;
}

export type Canonical = (value: unknown, options: CanonicalOptions) => string | null;

/** What a language says of a text in lower case. */
export interface ValueWords {
  /** Whole answers. */
  yes: RegExp;
  no: RegExp;
  /** An e-mail address in words, and as it is written. */
  spokenEmail: RegExp;
  writtenEmail(text: string): string;
  /** A web address without what may be left out of it ("https://www."), as it is written; any other text as it is. */
  writtenWebAddress(text: string): string;
  toDigits(text: string): string;
  /** A text with its numbers in digits that is an ordinal; group 1 is the ordinal alone. */
  ordinal: RegExp;
  date(text: string, region: string): string | null;
  /** `14:30` */
  time(text: string): string | null;
  /** The plain number that a sum of money or a decimal number comes to. */
  amount(text: string, region: string): string | null;
  /** The letters and digits of a text that is spelled out from end to end. */
  spelledOut(text: string): string | null;
  /** Usual short forms written out: "12 high st" is "12 high street". */
  inFull(text: string): string;
}

/**
 * "07700 900123" and "plus four four seven seven double oh ..." are one, "£25.50" and "25 pounds 50", "5 March 1985" and
 * "05/03/1985". The function returns null where there is no value. A list of one is its element; other lists and objects are
 * JSON with sorted keys and canonical leaves.
 */
export function createCanonical(words: ValueWords): Canonical {
  const canonical: Canonical = (value, options) => {
    const { region } = options;
    if (value === null || value === undefined) return null;
    if (typeof value === 'string') return textForm(value, region, words);
    if (typeof value === 'number')
      return Number.isFinite(value) ? numberForm(value, region, words) : null;
    if (value instanceof Date)
      return Number.isNaN(+value) ? null : canonical(value.toISOString(), options);
    if (Array.isArray(value)) return listForm(value.map((one) => canonical(one, options)));
    if (typeof value === 'object')
      return objectForm(
        Object.entries(value).map(([key, part]) => [key, canonical(part, options)]),
      );
    return textForm(String(value), region, words);
  };
  return canonical;
}

/** A decimal number keeps its point whatever the region writes; a whole one may be a phone number typed as a number. */
function numberForm(value: number, region: string, words: ValueWords): string | null {
  const rounded = Number(value.toFixed(6));
  return Number.isInteger(rounded) ? textForm(`${rounded}`, region, words) : `${rounded}`;
}

function listForm(parts: readonly (string | null)[]): string | null {
  const forms = parts.filter((form) => form !== null);
  return forms.length < 2 ? (forms[0] ?? null) : JSON.stringify(forms);
}

function objectForm(
  parts: readonly (readonly [key: string, form: string | null])[],
): string | null {
  const entries = parts.filter(([, form]) => form !== null).sort(([a], [b]) => (a < b ? -1 : 1));
  return entries.length === 0 ? null : JSON.stringify(Object.fromEntries(entries));
}

const email = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

function textForm(value: string, region: string, words: ValueWords): string | null {
  const text = value.normalize('NFKC').trim().toLowerCase().replace(/\s+/g, ' ');
  const told = text.replace(/[ .,;:!?]+$/, '').replace(/^mailto:/, '');
  const address = words.spokenEmail.test(told) ? words.writtenEmail(told) : told;
  if (email.test(address)) return address;
  const bare = words.writtenWebAddress(told);
  if (words.yes.test(bare)) return 'true';
  if (words.no.test(bare)) return 'false';
  const plain = words.toDigits(bare).trim();
  // Most words are no value of any kind; dates, times, sums and phones have digits.
  if (!/\d/.test(plain)) return spelledForm(bare, region, words) ?? bareForm(plain, region, words);
  const ordinal = words.ordinal.exec(plain);
  if (ordinal?.[1] !== undefined) return ordinal[1];
  return (
    words.date(plain, region) ??
    words.time(plain) ??
    wholeForm(words.amount(plain, region), plain, region, words) ??
    phoneForm(plain, region) ??
    spelledForm(bare, region, words) ??
    bareForm(words.inFull(plain), region, words)
  );
}

/** "alpha bravo one two three", "b for bravo double seven": the letters and digits that are meant. */
function spelledForm(text: string, region: string, words: ValueWords): string | null {
  const characters = words.spelledOut(text);
  return characters === null ? null : textForm(characters, region, words);
}

/** A whole amount is equal to the same digits without a currency, whatever those are. */
function wholeForm(
  amount: string | null,
  text: string,
  region: string,
  words: ValueWords,
): string | null {
  const isWhole = amount !== null && amount !== text && /^\d+$/.test(amount);
  return isWhole ? textForm(amount, region, words) : amount;
}

/** What is left without the signs between may be a value of another kind: "2-pm", "#07700900123". */
function bareForm(text: string, region: string, words: ValueWords): string | null {
  const form = lettersAndDigits(text);
  if (form === null) return null;
  const digits = prefixedNumber.exec(form)?.[1];
  if (digits !== undefined) return textForm(digits, region, words);
  return form === text ? form : textForm(form, region, words);
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
