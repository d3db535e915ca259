/** A flat in a building, with the line before it and the town behind it: "138 Consul Place, Apt. 50, Broomfield 57006". */
import { type PersonalRule, valuesOf } from '../personal-rule.js';

/** Of somebody's home or office; a bare "unit 3" or "suite 7" may be of a lesson or a hotel. */
const unitWords =
  'apt|apartment|apto|appt|apartamento|apartament|flat|suite|ste|unit|wohnung|whg|piso';
const unitOf = (unitWord: string) => `(?:${unitWord})\\b\\.? ?#?\\d{1,5}\\p{L}?(?![\\p{L}\\p{N}])`;
/** A comma, or a new line with whatever mark begins its lines. */
const next = '(?: ?,\\s*|\\s*\\n[^\\p{L}\\p{N}\\n]{0,6})';
const notInNumber = '(?<![\\p{L}\\p{N}.,:£$€-])';
/** At most six words, with a number in front or behind. */
const street = `${notInNumber}(?:\\d{1,6}(?:[ /-]\\d{1,5}\\p{L}?)?,? (?:\\p{L}[\\p{L}'’.-]*[ ,]?){1,6}(?: ?\\d{1,5}\\p{L}?\\.?)?|(?:\\p{Lu}[\\p{L}'’.-]* ){1,5}\\d{1,5}\\p{L}?\\.?)`;
const proper = "\\p{Lu}[\\p{L}'’.()-]*";
const place = `${proper}(?: (?:\\p{L}{1,3} )?${proper}){0,4}`;
/** No year: "Sigfig in Cheb 2, Prague 1980". */
const postcode = '(?!(?:19|20)\\d\\d\\b)\\d{4,6}(?![\\p{L}\\p{N}])';
const town = `(?:${next}${place}){1,3}(?:${next}|,? )${postcode}`;
const capitals = unitWords
  .split('|')
  .map((word) => `[${word.slice(0, 1).toUpperCase()}${word.slice(0, 1)}]${word.slice(1)}`)
  .join('|');

/** The longest first. */
const shapes = [
  new RegExp(`${street}(?:${next}| )${unitOf(capitals)}${town}`, 'gu'),
  new RegExp(`${street}(?:${next}| )${unitOf(unitWords)}`, 'giu'),
  // Without a flat, the postcode makes it one.
  new RegExp(`${street}${town}`, 'gu'),
  new RegExp(`(?<![\\p{L}\\p{N}])${unitOf('apt|apartment')}`, 'giu'),
];

export const addressBlock: PersonalRule = {
  id: 'address-block',
  needs: ({ digits }) => digits > 1,
  hint: new RegExp(`\\b(?:${unitWords})\\b\\.? ?#?\\d|[,\\n] ?[^\\n]{2,60} \\d{4}`, 'iu'),
  find: ({ text }) => shapes.flatMap((shape) => valuesOf('address', shape, text)),
};
