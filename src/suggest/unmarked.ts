/** Values that nobody marked: taught as they are, they teach a bot with slots that such values are none. */
import type { Language } from '../language/language.js';
import type { Spoken } from './segments.js';

/** A single digit counts something: two cars, three weeks. */
const number = /[\p{L}\d]*\d[\p{L}\d]*(?:[.,/:-][\p{L}\d]+)*/gu;
const counts = /^\d(?:st|nd|rd|th)?$/;

export function hasUnmarked({ text, entities }: Spoken, { numbers, dates }: Language): boolean {
  let rest = text;
  for (const { start, end } of [...entities].sort((a, b) => b.start - a.start))
    rest = `${rest.slice(0, start)} ${rest.slice(end)}`;
  const said = numbers.toDigits(rest.toLowerCase());
  if (dates.patternsIn(said).some((date) => said.search(date) >= 0)) return true;
  return [...said.matchAll(number)].some(([found]) => !counts.test(found));
}
