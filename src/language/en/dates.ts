import { orderedDate, validDate } from '../days.js';
import { numberWordsToDigits, ordinalWordPattern, yearWordPattern } from './number-words.js';

const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
export const monthPattern =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
export const weekdayPattern =
  '(?:mon|tue|tues|wed|wednes|thu|thur|thurs|fri|sat|satur|sun)(?:day)?';
export const betweenPattern = '(?:of|the|on|in|or|and|slash|dash|stroke|to|too|day|month|year)';
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

/** "3" for "march"; "0" for what is no month. */
export const monthNumber = (name: string | undefined) =>
  `${months.indexOf((name ?? '').slice(0, 3)) + 1}`;

function withTime(date: string | null, hour?: string, minute?: string): string | null {
  if (date === null || hour === undefined || (hour === '00' && minute === '00')) return date;
  return `${date}T${hour}:${minute}`;
}
