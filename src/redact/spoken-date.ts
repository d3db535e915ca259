/** A day that somebody was asked for: looser than `dates.ts`, since nothing but a day is meant. */

import { monthFirst, orderedDate, validDate } from '../language/days.js';
import type { Language } from '../language/language.js';
import type { AskedValue } from './asked-value.js';

/** The first run of words that comes to a day; in the order of day and month that the region writes. */
export function createSpokenDate({
  dates,
  numbers,
}: Language): (text: string, region: string) => AskedValue | null {
  const { monthPattern, weekdayPattern, betweenPattern } = dates;
  // Number words, months, digits and what people say between them; nothing else may stand in a date.
  const between = `(?:[\\s,./-]|\\b(?:${betweenPattern}|${weekdayPattern})\\b)`;
  const part = `(?:'?\\d{1,8}(?:st|nd|rd|th)?\\b|\\b${monthPattern}\\b|\\b${numbers.wordPattern}\\b)`;
  const run = new RegExp(`${part}(?:${between}*${part})*`, 'gi');
  const token = new RegExp(`(\\d+)(?:st|nd|rd|th)?|(${monthPattern})\\b`, 'g');
  const formOf = (words: string, region: string) => {
    const plain = words.toLowerCase().replace(/(\d(?:st|nd|rd|th)?) too?(?= [\d'])/g, '$1 2');
    const parts = Array.from(numbers.toDigits(plain).matchAll(token), ([, number, name]) =>
      name === undefined ? { number: number ?? '' } : { month: dates.monthNumber(name) },
    );
    return formOfParts(parts, region);
  };
  return (text, region) => {
    for (const { 0: words, index } of text.matchAll(run)) {
      const form = formOf(words, region);
      if (form !== null) return { start: index, end: index + words.length, form };
    }
    return null;
  };
}

type Part = { number: string; month?: never } | { month: string; number?: never };

function formOfParts(parts: readonly Part[], region: string): string | null {
  const months = parts.flatMap(({ month }) => month ?? []);
  const numbers = parts.flatMap(({ number }) => number ?? []);
  const [month] = months;
  if (month === undefined) return fromNumbers(numbers, region);
  if (months.length > 1) return null;
  const isFirst = parts[0]?.month !== undefined;
  // "April 1909" has no day; "16th May 5th 1927" has two.
  const [day = '', ...year] = numbers;
  if (day.length > 2 || (!isFirst && parts[1]?.month === undefined)) return null;
  if (year.length === 0) return validDate(undefined, month, day);
  const whole = yearOf(year);
  return whole === null ? null : validDate(whole, month, day);
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
