import { type PersonalRule, valuesOf } from '../personal-rule.js';

const shapes = [
  // United States social security number: 123-45-6789.
  /(?<![\d-])(?!000|666)\d{3}([- ])\d{2}\1\d{4}(?![\d-])/g,
  // United Kingdom national insurance number: QQ 12 34 56 C.
  /(?<![\p{L}\p{N}])(?:[A-Z]{2} ?\d{2} ?\d{2} ?\d{2} ?[A-D]|[a-z]{2}\d{6}[a-d])(?![\p{L}\p{N}])/gu,
  // Spain: 12345678Z, X1234567L. Italy: RSSMRA85T10A562S.
  /(?<![\p{L}\p{N}])(?:\d{8}|[XYZ]\d{7})-?[A-HJ-NP-TV-Z](?![\p{L}\p{N}])/giu,
  /(?<![\p{L}\p{N}])[A-Z]{6}\d{2}[A-EHLMPRST]\d{2}[A-Z]\d{3}[A-Z](?![\p{L}\p{N}])/giu,
];
/** "my passport number is 123456789", "NHS no: 943 476 5919". */
const named =
  /\b(?:social security|ssn|national insurance|ni|nino|passport|driving licen[cs]e|driver'?s? licen[cs]e|licen[cs]e|tax(?:payer)?|national id|identity card|nhs|medicare|aadhaar|pan)(?: (?:card|id|number|no\.?|num))*(?:\s*(?:is|was|:|#|-)\s*|\s+)(?<value>(?=[\p{L} -]{0,4}\d)[\p{L}\d](?:[ -]?[\p{L}\d]*\d[\p{L}\d]*){0,5}(?<=\d.{3,}))(?![\p{L}\p{N}])/giu;

export const nationalId: PersonalRule = {
  id: 'national_id',
  needs: ({ digits }) => digits >= 2,
  hint: /\d{2}/,
  find: ({ text }) =>
    [...shapes, named].flatMap((pattern) => valuesOf('national_id', pattern, text)),
};
