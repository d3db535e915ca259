/** Sums of money as they are told, in two numbers: "twenty seven eighty", "two hundred sixty eight and eighty cents", "236 and 80". */
import { numberWordsToDigits, smallNumberPattern } from './number-words.js';

const small = smallNumberPattern;
const upTo = (scale: string) => `(?:(?:${small}|an?) ${scale}(?: and)?)`;
const oneNumber = new RegExp(
  `^(?:\\d{1,6}|${upTo('thousand')} ${upTo('hundred')} ${small}|${upTo('(?:thousand|hundred)')}(?: ${small})?|${small})$`,
);
/** "eighty", "oh five", "80"; a single digit is no number of cents. */
const parts = new RegExp(`^(?:(?:oh|zero) (?:${small})|${small}|\\d{2})$`);
const currency = /^(?:pounds?|dollars?|euros?|quid|bucks?)$/;
const rest = /^(?:pence|p|cents?|and)$/;
const numberWord = new RegExp(`^(?:${small}|hundred|thousand|oh|zero|an?|\\d{1,6})$`);
/** Words of a sum; a longer row of numbers is none. */
const mostWords = 10;

/** What the sums may come to, for example `27.80`: "one ninety five" may as well be 195. In no order. */
export function spokenSums(text: string): string[] {
  const found = new Set<string>();
  for (const run of runsOf(text.toLowerCase().match(/[a-z]+|\d+/g) ?? []))
    for (let at = 1; at < run.length; at++) {
      const sum = sumOf(run.slice(0, at), run.slice(at));
      if (sum !== null) found.add(sum);
    }
  return [...found];
}

function runsOf(words: readonly string[]): string[][] {
  const runs: string[][] = [[]];
  for (const word of words) {
    const run = runs.at(-1) ?? [];
    const goesOn = run.length > 0 && (currency.test(word) || rest.test(word));
    if (numberWord.test(word) || goesOn) run.push(word);
    else if (run.length > 0) runs.push([]);
  }
  return runs.filter((run) => run.length > 1 && run.length <= mostWords);
}

function sumOf(before: readonly string[], after: readonly string[]): string | null {
  const whole = before
    .filter((word) => !currency.test(word))
    .join(' ')
    .replace(/ and$/, '');
  const cents = after.filter((word) => !rest.test(word)).join(' ');
  if (!oneNumber.test(whole) || !parts.test(cents)) return null;
  const value = numberWordsToDigits(cents).replace(/\D/g, '');
  if (value.length > 2 || (value.length === 1 && !/^(?:oh|zero) /.test(cents))) return null;
  return `${numberWordsToDigits(whole)}.${value.padStart(2, '0')}`;
}
