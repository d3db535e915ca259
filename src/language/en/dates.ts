import { numberWordsToDigits, ordinalWordPattern, yearWordPattern } from './number-words.js';

const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
export const monthPattern =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
export const weekdayPattern =
  '(?:mon|tue|tues|wed|wednes|thu|thur|thurs|fri|sat|satur|sun)(?:day)?';
const day = `(?:\\d{1,2}(?:st|nd|rd|th)?|${ordinalWordPattern})`;
const year = `(?:\\d{4}(?!\\d)|'\\d{2}(?!\\d)|${yearWordPattern})`;

const inDigits: readonly RegExp[] = [
  /(?<![\d/.-])\d{4}([-/.])\d{1,2}\1\d{1,2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?)?(?![\d/-])/g,
  /(?<![\d/.-])\d{1,2}([-/. ])\d{1,2}\1\d{4}(?![\d/-])/g,
  /(?<![\d/.-])\d{1,2}([/.])\d{1,2}\1\d{2}(?![\d/-])/g,
];
const ordinal = `(?:\\d{1,2}(?:st|nd|rd|th)|${ordinalWordPattern})`;
/** "the fifth of the third nineteen eighty five". */
const inOrdinals = new RegExp(
  `\\b(?:the )?${ordinal} (?:of|on) (?:the )?${ordinal},? (?:in |of )?${year}`,
  'gi',
);
const anyOrdinals = new RegExp(
  `(?:\\d(?:st|nd|rd|th)|${ordinalWordPattern}) (?:of|on) (?:the )?${ordinal}`,
  'i',
);
const inWords: readonly RegExp[] = [
  new RegExp(
    `\\b(?:the )?${day}(?:[\\s-]+|\\.\\s?)?(?:of )?${monthPattern}\\b\\.?(?:[\\s,-]+${year})?`,
    'gi',
  ),
  new RegExp(
    `\\b${monthPattern}\\b\\.?\\s+(?:the )?${day}(?![\\d:.]*\\d)(?:\\s+of)?(?:[\\s,]+${year})?`,
    'gi',
  ),
];

const anyMonth = /\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/i;

/** The patterns by which dates may stand in this text; `dateForm` says whether a match is one. */
export function patternsOfDates(text: string): readonly RegExp[] {
  const patterns = anyMonth.test(text) ? [...inDigits, ...inWords] : inDigits;
  return anyOrdinals.test(text) ? [...patterns, inOrdinals] : patterns;
}

/** Countries that write the month first. */
export const monthFirst: ReadonlySet<string> = new Set(['US', 'PH', 'PR', 'GU', 'VI', 'FM']);
/** A year of two digits from here on is of the last century: people born then still ring up. */
const lastCenturyFrom = 40;

const iso = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?:[t ](\d{2}):(\d{2})\S*)?$/;
const numeric = /^(\d{1,2})([-/. ])(\d{1,2})\2(\d{4})$|^(\d{1,2})([/.])(\d{1,2})\6(\d{2})$/;
const dayFirstWords = new RegExp(
  `^(?:the )?(\\d{1,2})(?:st|nd|rd|th)?[\\s.-]*(?:of )?(${monthPattern})\\b\\.?[\\s,-]*(\\d{4}|'?\\d{2})?$`,
);
/** "the 27th of the 9th 1979". */
const ordinalsOnly =
  /^(?:the )?(\d{1,2})(?:st|nd|rd|th),? (?:of|on) (?:the )?(\d{1,2})(?:st|nd|rd|th)?,? (?:in |of )?(\d{4}|'?\d{2})$/;
const monthFirstWords = new RegExp(
  `^(${monthPattern})\\.?\\s*(?:the )?(\\d{1,2})(?:st|nd|rd|th)?(?: of)?(?:[\\s,]+(\\d{4}|'?\\d{2}))?$`,
);

const leadingWeekday = new RegExp(`^(?:on )?${weekdayPattern},? +(?:the )?(?=\\S)`);

/**
 * ISO form of a date in a common spelling, in digits or words: `1985-03-05`, `--03-05` without a year, `1985-03-05T14:30`
 * with a time other than midnight. null for anything else.
 */
export function dateForm(text: string, region: string): string | null {
  const plain = numberWordsToDigits(text.toLowerCase()).trim().replace(leadingWeekday, '');
  if (!/\d/.test(plain)) return null;
  const noYear = /^--(\d{2})-(\d{2})$/.exec(plain);
  if (noYear) return validDate(undefined, noYear[1], noYear[2]);
  const whole = iso.exec(plain);
  if (whole) return withTime(validDate(whole[1], whole[3], whole[4]), whole[5], whole[6]);
  const digits = numeric.exec(plain);
  if (digits) return fromDigits(digits, region);
  const dayFirst = dayFirstWords.exec(plain);
  if (dayFirst) return validDate(dayFirst[3], monthNumber(dayFirst[2]), dayFirst[1]);
  const ordinals = ordinalsOnly.exec(plain);
  if (ordinals) return validDate(ordinals[3], ordinals[2], ordinals[1]);
  const named = monthFirstWords.exec(plain);
  return named ? validDate(named[3], monthNumber(named[1]), named[2]) : null;
}

function fromDigits(match: RegExpExecArray, region: string): string | null {
  const year = match[4] ?? match[8];
  return orderedDate([match[1] ?? match[5], match[3] ?? match[7]], year, region);
}

/** Two numbers as day and month in the region's order; in the other one where only that is a day. */
export function orderedDate(
  [first, second]: readonly [string | undefined, string | undefined],
  year: string | undefined,
  region: string,
): string | null {
  const dayThenMonth = validDate(year, second, first);
  const monthThenDay = validDate(year, first, second);
  return monthFirst.has(region) ? (monthThenDay ?? dayThenMonth) : (dayThenMonth ?? monthThenDay);
}

/** "3" for "march"; "0" for what is no month. */
export const monthNumber = (name: string | undefined) =>
  `${months.indexOf((name ?? '').slice(0, 3)) + 1}`;
const two = (number: number) => `${number}`.padStart(2, '0');

/** ISO form of a day that may be, `--MM-DD` without a year; a year of two digits is of this century or the last. */
export function validDate(year: string | undefined, month = '', day = ''): string | null {
  const [m, d] = [Number(month), Number(day)];
  if (m < 1 || m > 12 || d < 1 || d > 31) return null;
  if (year === undefined) return `--${two(m)}-${two(d)}`;
  const y = fullYear(year.replace("'", ''));
  return y < 1800 || y > 2200 ? null : `${y}-${two(m)}-${two(d)}`;
}

function fullYear(digits: string): number {
  const year = Number(digits);
  if (digits.length > 2) return year;
  return year >= lastCenturyFrom ? 1900 + year : 2000 + year;
}

function withTime(date: string | null, hour?: string, minute?: string): string | null {
  if (date === null || hour === undefined || (hour === '00' && minute === '00')) return date;
  return `${date}T${hour}:${minute}`;
}
