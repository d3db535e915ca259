/** A day that somebody was asked for: looser than `dates.ts`, since nothing but a day is meant. */

import {
  monthFirst,
  monthNumber,
  monthPattern,
  orderedDate,
  validDate,
  weekdayPattern,
} from '../language/en/dates.js';
import { numberWordsToDigits } from '../language/en/number-words.js';
import type { AskedValue } from './asked-value.js';

/** Number words, months, digits and what people say between them; nothing else may stand in a date. */
const between = `(?:[\\s,./-]|\\b(?:of|the|on|in|or|and|slash|dash|stroke|to|too|day|month|year|${weekdayPattern})\\b)`;
const numberWord =
  '(?:oh|zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|double|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|thirteenth|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|twentieth|thirtieth)';
const part = `(?:'?\\d{1,8}(?:st|nd|rd|th)?\\b|\\b${monthPattern}\\b|\\b${numberWord}\\b)`;
const run = new RegExp(`${part}(?:${between}*${part})*`, 'gi');

/** The first run of words that comes to a day; in the order of day and month that the region writes. */
export function spokenDate(text: string, region: string): AskedValue | null {
  for (const { 0: words, index } of text.matchAll(run)) {
    const form = formOf(words, region);
    if (form !== null) return { start: index, end: index + words.length, form };
  }
  return null;
}

const token = new RegExp(`(\\d+)(?:st|nd|rd|th)?|(${monthPattern})\\b`, 'g');

function formOf(words: string, region: string): string | null {
  const plain = words.toLowerCase().replace(/(\d(?:st|nd|rd|th)?) too?(?= [\d'])/g, '$1 2');
  const tokens = Array.from(numberWordsToDigits(plain).matchAll(token));
  const months = tokens.filter((match) => match[2] !== undefined);
  const numbers = tokens.filter((match) => match[1] !== undefined).map((match) => match[1] ?? '');
  const month = months[0];
  if (month === undefined) return fromNumbers(numbers, region);
  if (months.length > 1) return null;
  const isFirst = tokens[0] === month;
  // "April 1909" has no day; "16th May 5th 1927" has two.
  const [day = '', ...year] = numbers;
  if (day.length > 2 || (!isFirst && tokens[1] !== month)) return null;
  if (year.length === 0) return validDate(undefined, monthNumber(month[2]), day);
  const whole = yearOf(year);
  return whole === null ? null : validDate(whole, monthNumber(month[2]), day);
}

/** "1979", "79", "19 79", "1920 9" and "2000 11", as recognisers write years that are said in two parts. */
function yearOf(parts: readonly string[]): string | null {
  const [first = '', second] = parts;
  if (second === undefined) return first.length === 4 || first.length === 2 ? first : null;
  if (parts.length > 2) return null;
  if (/^(?:19|20)$/.test(first) && second.length === 2) return first + second;
  if (/^(?:19|20)\d0$/.test(first) && second.length === 1) return first.slice(0, 3) + second;
  return first === '2000' && second.length === 2 ? `20${second}` : null;
}

function fromNumbers(numbers: readonly string[], region: string): string | null {
  const [first = '', second = '', ...rest] = numbers;
  if (first.length === 4 && second.length <= 2 && rest.length === 1 && second !== '')
    return validDate(first, second, rest[0]);
  if (first.length <= 2 && second.length <= 2 && rest.length > 0) {
    const year = yearOf(rest);
    if (year !== null) return orderedDate([first, second], year, region);
  }
  // "11th 1927" lacks the month.
  if (rest.length === 0 && first.length <= 2 && second.length <= 4) return null;
  return fromDigits(numbers.join(''), region);
}

/** Day and month in one, in the region's order: "27091979", "270979", "2791979" where only one reading is a day. */
function fromDigits(digits: string, region: string): string | null {
  if (digits.length === 8)
    return (
      inOrder(digits.slice(0, 2), digits.slice(2, 4), digits.slice(4), region) ??
      validDate(digits.slice(0, 4), digits.slice(4, 6), digits.slice(6))
    );
  if (digits.length === 6)
    return inOrder(digits.slice(0, 2), digits.slice(2, 4), digits.slice(4), region);
  if (digits.length !== 7) return null;
  const year = digits.slice(3);
  const readings = [1, 2].map((split) =>
    inOrder(digits.slice(0, split), digits.slice(split, 3), year, region),
  );
  const found = readings.filter((form) => form !== null);
  return found.length === 1 ? (found[0] ?? null) : null;
}

const inOrder = (first: string, second: string, year: string, region: string) =>
  monthFirst.has(region) ? validDate(year, first, second) : validDate(year, second, first);
