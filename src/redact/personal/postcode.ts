import { type PersonalRule, valuesOf } from '../personal-rule.js';

const shapes = [
  // United Kingdom. Not "chip M1 8GB", "at T1 2nd floor".
  /(?<![\p{L}\p{N}-])(?:[A-PR-UWYZ][A-HK-Y]?\d[\dA-HJKPSTUW]?|GIR) ?\d(?!GB|TB|ST\b|ND\b|RD\b|TH\b)[ABD-HJLNP-UW-Z]{2}(?![\p{L}\p{N}])/giu,
  // Canada.
  /(?<![\p{L}\p{N}-])[ABCEGHJ-NPRSTVXY]\d[A-Z][ -]?\d[A-Z]\d(?![\p{L}\p{N}])/giu,
  // United States: state and ZIP code, or ZIP+4.
  /\b(?:A[KLRZ]|C[AOT]|D[CE]|FL|GA|HI|I[ADLN]|K[SY]|LA|M[ADEINOST]|N[CDEHJMVY]|O[HKR]|PA|RI|S[CD]|T[NX]|UT|V[AT]|W[AIVY]),? (?<value>\d{5}(?:-\d{4})?)(?!\d)/g,
  /(?<![\d-])\d{5}-\d{4}(?![\d-])/g,
  // The Netherlands.
  /(?<![\p{L}\p{N}-])[1-9]\d{3} [A-Z]{2}(?![\p{L}\p{N}])(?<!\b(?:19|20)\d\d [A-Z]{2})/gu,
];
/** "my zip code is 90210". */
const named =
  /\b(?:post ?code|postal code|zip(?: ?code)?|plz)(?:'s)?(?:\s*(?:is|was|:)\s*|\s+)(?<value>(?=\p{L}{0,3}\d)[\p{L}\d]{2,8}(?:[ -]\d[\p{L}\d]{1,3})?)(?![\p{L}\p{N}])/giu;

/** "my zip code has changed from 1234 to 113 49": some words behind it, in the same sentence. */
const mentioned =
  /\b(?:post ?codes?|postal codes?|zip(?: ?codes?)?(?! (?:file|folder|archive))|plz)\b(?:,? (?!\d)[\p{L}'’]+){1,5},? (?<value>\d{3,6}(?:[ -]\d{2,4})?(?: (?:to|and|or) \d{3,6}(?:[ -]\d{2,4})?)?)(?![\p{L}\p{N}%]|[.,:]\d| (?:minutes?|days?|hours?|times?)\b)/giu;

export const postcode: PersonalRule = {
  id: 'postcode',
  needs: ({ digits }) => digits > 0,
  hint: /\d[a-z]{2}|\d[a-z][ -]?\d|\d{4}|(?:codes?|zip|plz)\D{0,60}\d/i,
  find: ({ text }) =>
    [...shapes, named, mentioned].flatMap((shape) => valuesOf('postcode', shape, text)),
};
