/** Addresses of the web as people type and say them: "www.maple-toys.co.uk", "maple toys dot co dot uk". */
import { writtenPart } from './emails.js';

/** Two-letter endings are countries; of the longer ones only the common. "Thanks.Alice" is none. */
const ending =
  '(?:[a-z]{2}|com|net|org|info|biz|edu|gov|app|dev|shop|store|online|site|cloud|tech|xyz)';
// A label has at most 63 characters. Each part of the patterns is bounded and is read in one way only, so that a text of twice
// the length takes twice the time.
const label = '[a-z\\d](?:[a-z\\d-]{0,61}[a-z\\d])?';
const named = '(?=[\\d-]{0,61}[a-z][a-z\\d-])[a-z\\d-]{2,63}';
const scheme = '(?:https?:\\/\\/)?(?:www\\.)?';
const typed = `(?<![\\p{L}\\d@._-])${scheme}(?:${label}\\.){0,8}${named}\\.${ending}(?![\\p{L}\\d@_-]|\\.[\\p{L}\\d])`;
/** Which words before the last one belong to it nobody can tell; of more than a few the last are found. "Put a dot on it" has none. */
const said = `(?<![\\p{L}\\d.@])(?!(?:an?|the|this|that) )[a-z\\d-]{1,63}(?: dot [a-z\\d-]{1,63}){0,4} dot ${ending}(?![\\p{L}\\d]| at | dot )`;

const address = new RegExp(`${typed}|${said}`, 'giu');
/** In "my order.It never came" the next sentence looks like a country's ending; "www." begins no sentence. */
const nextSentence = /^(?!http|www\.).*\p{Ll}\.\p{Lu}\p{Ll}+$/u;

export const webAddressesIn = (text: string): { start: number; end: number }[] =>
  Array.from(text.matchAll(address)).flatMap(({ index, 0: found }) =>
    nextSentence.test(found) ? [] : [{ start: index, end: index + found.length }],
  );

const prefix = /^(?:https?:\/\/)?(?:(?:www|w w w)(?:\.| dot ))?/;
const saidWhole = new RegExp(`^[a-z\\d]+(?:[ -][a-z\\d]+)* dot ${ending}$`, 'u');
const typedWhole = new RegExp(`^${typed}\\/?$`, 'u');

/** The host alone, as it is written, of a text in lower case that is an address from end to end; any other text as it is. */
export function writtenWebAddress(text: string): string {
  if (typedWhole.test(text)) return text.replace(prefix, '').replace(/\/$/, '');
  return saidWhole.test(text) ? writtenPart(text.replace(prefix, '')) : text;
}
