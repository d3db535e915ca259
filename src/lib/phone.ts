import {
  type CountryCode,
  isSupportedCountry,
  type PhoneNumber,
  parsePhoneNumberFromString,
} from 'libphonenumber-js';
import { isCardNumber } from './luhn.js';

/** Nothing but digits and what people put between them. */
const phoneShape = /^(?:tel:|plus )?\+?[\d\s().\-/]+(?:(?:ext|x|extension)\.? ?\d{1,6})?$/;

/** Whether numbers without a country code can be read as of that country; the United Kingdom is GB. */
export const isCountry = (code: string): boolean => isSupportedCountry(code);

const fewestDigits = 7;

/**
 * E.164 where the text is a possible phone number of the region or an international one, else null. Possible, not
 * valid: the numbers reserved for fiction are dialled by nobody, and newly given ones are unknown to the list. Only where fewer
 * than ten digits begin with neither 0 nor + must they be valid: they are rather an account.
 */
export function phoneForm(text: string, region: string): string | null {
  if (!phoneShape.test(text)) return null;
  const digits = text.replace(/\D/g, '');
  if (digits.length < fewestDigits || digits.length > 21) return null;
  const written = text.replace(/^(?:tel:|plus )/, (prefix) => (prefix === 'plus ' ? '+' : ''));
  if (!/^\+|^0/.test(written) && isCardNumber(digits)) return null;
  const isShort = /^[1-9]/.test(written) && digits.length < 10;
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
  const form = number && fits && isReadTheSame(number) ? number.number : null;
  if (parsedPhones.size >= mostParsedPhones) parsedPhones.clear();
  parsedPhones.set(key, form);
  return form;
}

/** Reading takes noughts off a number that begins with many: such a one is dialled by nobody. E.164 begins with a plus. */
const isReadTheSame = ({ nationalNumber, number }: PhoneNumber): boolean =>
  number.length - 1 >= fewestDigits &&
  (!nationalNumber.startsWith('0') || parsePhoneNumberFromString(number)?.number === number);

/** E.164 where bare digits are a number in use with its country code; most numeric ids and clock times are not. */
export function validInternational(digits: string): string | null {
  const number = parsePhoneNumberFromString(`+${digits}`);
  return number?.isValid() ? number.number : null;
}
