import { monthPattern } from './dates.js';

/** "£25.50", "25 pounds 50", "25.50". */
export const anySum =
  /[£$€¥₹]\s?\d[\d,]*(?:\.\d+)?|\d[\d,]*(?:\.\d{1,2})?\s?(?:pounds?|dollars?|bucks?|euros?|quid|pence)(?![\p{L}])(?:\s\d{1,2}(?!\d))?|(?<![\d.])\d[\d,]*\.\d{2}(?![\d.])/giu;

/** "64 pounds 17", "64 pounds and 17 pence"; not "64 pounds 17 May". */
export const sumInTwoNumbers = new RegExp(
  `(?:[£$€]\\s?)?\\d[\\d,]*(?:\\.\\d+)?\\s(?:pounds?|dollars?|bucks?|euros?|quid)\\s(?:and\\s)?\\d{2}(?:\\s(?:pence|p|cents?)(?!\\p{L}))?(?!\\d|(?:st|nd|rd|th)\\b|\\s+(?:of\\s+)?${monthPattern})`,
  'giu',
);
