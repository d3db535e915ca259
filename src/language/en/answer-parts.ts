/** An answer to several questions, taken apart: "84595805 and 07842 999358", "8052 2121 and 28th September 2026". */
import type { AnswerPart } from '../language.js';
import { dateForm, patternsOfDates } from './dates.js';

const sum =
  /[£$€¥₹]\s?\d[\d,]*(?:\.\d+)?|\d[\d,]*(?:\.\d{1,2})?\s?(?:pounds?|dollars?|euros?|quid|pence)(?!\p{L})(?:\s\d{1,2}(?!\d))?|(?<![\d.])\d[\d,]*\.\d{1,2}(?![\d.])/giu;
const between = /\s+and\s+|[,;]\s+/giu;
/** So many digits in figures are a value of their own; spoken ones ("double seven and three") are not taken apart. */
const ownValue = /(?:\d\D{0,2}){3}|@/;

/** One part for each value that an answer lists, at least one. */
export function answerParts(answer: string, region: string): AnswerPart[] {
  const plain = withoutDates(blanked(answer, sum), region);
  if (plain === answer && answer.search(between) < 0)
    return [{ text: answer, said: answer, start: 0 }];
  const parts: AnswerPart[] = [];
  const add = (from: number, to: number) =>
    parts.push({ text: plain.slice(from, to), said: answer.slice(from, to), start: from });
  let start = 0;
  for (const match of plain.matchAll(between)) {
    const isList =
      ownValue.test(answer.slice(start, match.index)) && ownValue.test(answer.slice(match.index));
    if (!isList) continue;
    add(start, match.index);
    start = match.index + match[0].length;
  }
  add(start, plain.length);
  return parts;
}

/** Something that no reader takes for a part of a value, of the same length. */
const blanked = (text: string, pattern: RegExp) =>
  text.replace(pattern, (found) => '|'.repeat(found.length));

function withoutDates(text: string, region: string): string {
  let result = text;
  for (const pattern of patternsOfDates(text))
    result = result.replace(pattern, (found) =>
      // "07 12 3456" is more likely a part of a number.
      /[\p{L}/]/u.test(found) && dateForm(found, region) !== null
        ? '|'.repeat(found.length)
        : found,
    );
  return result;
}
