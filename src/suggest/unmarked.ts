/** Values that nobody marked: taught as they are, they teach a bot with slots that such values are none. */
import type { Language } from '../language/language.js';
import type { Spoken } from './segments.js';

/** A single digit counts something: two cars, three weeks. */
const number = /[\p{L}\d]*\d[\p{L}\d]*(?:[.,/:-][\p{L}\d]+)*/gu;
/** Redaction knows those alone that look like nothing else. */
const webAddress = /[\p{L}\d-]{3,}\.\p{L}{2,}/u;
const counts = /^\d(?:st|nd|rd|th)?$/;

export function hasUnmarked(
  { text, entities }: Spoken,
  { numbers, dates, signs }: Language,
): boolean {
  let rest = text;
  for (const { start, end } of [...entities].sort((a, b) => b.start - a.start))
    rest = `${rest.slice(0, start)} ${rest.slice(end)}`;
  if (webAddress.test(rest)) return true;
  // "northwind dot shop", as somebody dictates it.
  if (new RegExp(`\\p{L}{2} (?:${signs.dot}) \\p{L}{2}`, 'iu').test(rest)) return true;
  const said = numbers.toDigits(rest.toLowerCase());
  if (dates.patternsIn(said).some((date) => said.search(date) >= 0)) return true;
  return [...said.matchAll(number)].some(([found]) => !counts.test(found));
}
