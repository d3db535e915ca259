/** Addresses of the web as people type and say them: "www.maple-toys.co.uk", "maple toys dot co dot uk". */
import { writtenPart } from './emails.js';

/** Of two letters the countries', of the others the common ones: "Thanks.Alice" is none. */
const ending =
  '(?:[a-z]{2}|com|net|org|info|biz|edu|gov|app|dev|shop|store|online|site|cloud|tech|xyz)';
const label = '[a-z\\d](?:[a-z\\d-]*[a-z\\d])?';
const named = '[a-z\\d-]*[a-z][a-z\\d-]+';
const scheme = '(?:https?:\\/\\/)?(?:www\\.)?';
const typed = `(?<![\\p{L}\\d@._-])${scheme}(?:${label}\\.)*${named}\\.${ending}(?![\\p{L}\\d@_-]|\\.[\\p{L}\\d])`;
/** Which words before the last one belong to it nobody can tell. "Put a dot on it" has none. */
const said = `(?<![\\p{L}\\d.@])(?!(?:an?|the|this|that) )[a-z\\d-]+(?: dot [a-z\\d-]+)* dot ${ending}(?![\\p{L}\\d]| at | dot )`;

export const webAddresses = new RegExp(`${typed}|${said}`, 'giu');

const prefix = /^(?:https?:\/\/)?(?:(?:www|w w w)(?:\.| dot ))?/;
const saidWhole = new RegExp(`^[a-z\\d]+(?:[ -][a-z\\d]+)* dot ${ending}$`, 'u');
const typedWhole = new RegExp(`^${typed}\\/?$`, 'u');

/** The host alone, as it is written, of a text in lower case that is an address from end to end; any other text as it is. */
export function writtenWebAddress(text: string): string {
  if (typedWhole.test(text)) return text.replace(prefix, '').replace(/\/$/, '');
  return saidWhole.test(text) ? writtenPart(text.replace(prefix, '')) : text;
}
