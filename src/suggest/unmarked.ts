/** Values that nobody marked: taught as they are, they teach a bot with slots that such values are none. */
import type { Language } from '../language/language.js';
import type { Spoken } from './segments.js';

/** A single digit counts something: two cars, three weeks. */
const number = /[\p{L}\d]*\d[\p{L}\d]*(?:[.,/:-][\p{L}\d]+)*/gu;
/** With an ending that the language's addresses do not have ("northwind.travel"): lower case at both sides of the point, for "my order.Can I cancel" is two sentences. */
const otherAddress = /[\p{L}\d-]{2}[\p{Ll}\d-]\.\p{Ll}{2}/u;
const counts = /^\d(?:st|nd|rd|th)?$/;

export function hasUnmarked(
  { text, entities }: Spoken,
  { numbers, dates, webAddressesIn }: Language,
): boolean {
  let rest = text;
  for (const { start, end } of [...entities].sort((a, b) => b.start - a.start))
    rest = `${rest.slice(0, start)} ${rest.slice(end)}`;
  if (otherAddress.test(rest) || webAddressesIn(rest).length > 0) return true;
  const said = numbers.toDigits(rest.toLowerCase());
  if (dates.patternsIn(said).some((date) => said.search(date) >= 0)) return true;
  return [...said.matchAll(number)].some(([found]) => !counts.test(found));
}
