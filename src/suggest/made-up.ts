/** Values that belong to nobody, of the shape of those that redaction took out. */
const firstNames = ['Alex', 'Sam', 'Robin', 'Charlie', 'Jamie', 'Taylor', 'Morgan', 'Jordan'];
const lastNames = ['Example', 'Sample', 'Specimen', 'Placeholder'];
const streets = ['Example Street', 'Sample Road', 'Specimen Lane', 'Placeholder Avenue'];

const counting = '12345678901234567890123456789012345678901234567890';

/** Digits that count upwards, so that anybody sees that they are made up. @param length at most 40. */
export function countingDigits(length: number, seed: number): string {
  return counting.slice(seed % 10, (seed % 10) + Math.min(40, length));
}

/** Ofcom reserves this range for drama: https://www.ofcom.org.uk/phones-and-broadband/phone-numbers/numbers-for-drama */
const phone = (seed: number) => `+44 7700 900${String(seed % 1000).padStart(3, '0')}`;
/** RFC 2606 reserves the domain. */
const email = (seed: number) => `${pick(firstNames, seed).toLowerCase()}${seed % 100}@example.com`;

const makers: [RegExp, (seed: number) => string][] = [
  [/(?:^|[_-])(?:tele)?(?:phone|mobile|msisdn)(?:[_-]?(?:number|no))?$/, phone],
  [/e[_-]?mail/, email],
  [/birth|^dob$/, (seed) => `${1 + (seed % 28)} January 1990`],
  [
    /^name$|person|(?:first|last|full|given|family|customer|caller|holder|sur)[_-]?name/,
    (seed) => `${pick(firstNames, seed)} ${pick(lastNames, seed >>> 3)}`,
  ],
  [/address|street/, (seed) => `${1 + (seed % 99)} ${pick(streets, seed)}`],
  [/postcode|zip|postal/, () => 'ZZ99 9ZZ'],
  [/^(?:url|link)$/, () => 'https://example.com'],
  [/iban/, (seed) => `XX00${countingDigits(16, seed)}`],
  [/card(?:[_-]?(?:number|no))?$/, (seed) => countingDigits(16, seed)],
];

/** A value for a redaction token or slot of this kind; equal seeds give equal values. An unknown kind is a reference number. */
export function madeUp(kind: string, seed: number): string {
  const maker = makers.find(([names]) => names.test(kind.toLowerCase()));
  return maker ? maker[1](seed) : countingDigits(8, seed);
}

/** Whether a slot of this name holds something about a person, so that even its words must go. */
export function isPersonal(kind: string): boolean {
  return makers.some(([names]) => names.test(kind.toLowerCase()));
}

/** Whether a number or an address is one of ours, or of a range that is nobody's. */
export function isMadeUp(value: string): boolean {
  if (/@(?:[\w-]+\.)*example(?:\.\w+)?$/i.test(value)) return true;
  const digits = value.replace(/\D/g, '');
  return digits !== '' && (/^447700900\d{3}$/.test(digits) || counting.includes(digits));
}

const dayFirst = /^\d{1,2}([/.-])\d{1,2}\1(\d{4}|\d{2})$/;
/** A stroke alone: with a point it may be a sum. */
const twoNumbers = /^(\d{1,2})\/(\d{1,2})$/;
/** Says "at all hours", and no day. */
const always = '24/7';
/** A part of something or a day, and each may be read as either. */
const fractions = ['1/2', '1/3', '2/3', '1/4', '3/4'];
const time = /^(?:[01]?\d|2[0-3]):[0-5]\d$/;
const yearFirst = /^\d{4}-\d{2}-\d{2}$/;
/** Below 13, so that it is a day and a month in either order. */
const monthFrom = (seed: number) => 1 + ((seed >>> 0) % 12);

/** The same shape with other digits: `AB-1234` becomes `AB-4567`. A date stays a date; text without digits stays. */
export function otherDigits(text: string, seed: number): string {
  const month = String(monthFrom(seed));
  const [, sign = '', year = ''] = dayFirst.exec(text) ?? [];
  // A year finds nobody, and one of another decade would look odd.
  if (sign !== '') return [month, month, year].join(sign);
  const pair = withoutYear(text, month, seed);
  if (pair !== null) return pair;
  // "78:90" is no time.
  if (time.test(text)) return `${10 + ((seed >>> 0) % 10)}:${pick(['15', '20', '35', '50'], seed)}`;
  if (yearFirst.test(text))
    return `${text.slice(0, 4)}-${month.padStart(2, '0')}-${month.padStart(2, '0')}`;
  const digits = text.replace(yearIn, '').replace(/\D/g, '');
  if (digits === '') return text;
  let replacement = countingFrom(digits, seed);
  // By two: the next may be the one that a leading naught was avoided with.
  if (replacement === digits) replacement = countingFrom(digits, seed + 2);
  let at = 0;
  return text.replace(yearOrDigit, (found) =>
    found.length > 1 ? found : (replacement[at++] ?? '0'),
  );
}

/** A day stays a day, in either order; null for what is no day, no fraction and not "24/7". */
function withoutYear(text: string, month: string, seed: number): string | null {
  const [, first, second] = (twoNumbers.exec(text) ?? []).map(Number);
  if (first === undefined || second === undefined) return null;
  if (text === always) return text;
  if (fractions.includes(text))
    return pick(
      fractions.filter((other) => other !== text),
      seed,
    );
  return isDay(first, second) || isDay(second, first) ? `${month}/${month}` : null;
}

/** In a leap year. */
const isDay = (day: number, month: number): boolean =>
  month >= 1 && month <= 12 && day >= 1 && day <= new Date(Date.UTC(2024, month, 0)).getUTCDate();

/** Among words or behind a month a year says which, as in "2013 Outback". */
const yearIn = /(?<![\d.,/-])(?:19|20)\d\d(?![\d.,/-])(?=.*\p{L})/gu;
const yearOrDigit = new RegExp(`${yearIn.source}|\\d`, 'gu');

/** A number that begins with a naught where the other did not is no amount, and no reference. */
function countingFrom(digits: string, seed: number): string {
  const made = countingDigits(digits.length, seed);
  return made.startsWith('0') && !digits.startsWith('0')
    ? countingDigits(digits.length, seed + 1)
    : made;
}

function pick(list: readonly string[], seed: number): string {
  return list[(seed >>> 0) % list.length] ?? '';
}
