/** Is what the customer told the agent the value that the bot held? Only keyed hashes are compared. */
import { tokenDigits, tokensIn } from '../text/tokens.js';
import { wordsOf } from '../transcript/clauses.js';
import type { ReadTurn } from '../transcript/turns.js';
import { answerForms, isPlainValue } from './answer-form.js';
import { isCut } from './cut-value.js';
import { isDay } from './few-values.js';
import { comparableFrom, misheardFrom } from './settings.js';
import type { SlotValue } from './slot-value.js';
import { isToldAgain, shapeOf } from './told-before.js';
import type { QuestionTools } from './tools.js';
import { yearlessDates } from './yearless-dates.js';

export type Comparison = 'same' | 'different' | 'unknown';

/** Does any run of words, or any redacted value, in the text hash to this digest, or to one of the tails? */
export function says(
  { text, at }: Pick<ReadTurn, 'text' | 'at'>,
  { digest, tails }: Pick<SlotValue, 'digest' | 'tails'>,
  tools: Pick<QuestionTools, 'digestsIn' | 'digestValue' | 'language'>,
): boolean {
  const tokens = tokensIn(text);
  const held = [digest, ...tails].map((one) => one.slice(0, tokenDigits));
  if (tokens.some(({ hash }) => held.includes(hash.slice(0, tokenDigits)))) return true;
  const bare = text.replace(/⟨[^⟩]*⟩/g, ' ').trim();
  if (bare === '') return false;
  const named = tools.digestsIn(bare);
  return (
    [digest, ...tails].some((one) => named.has(one)) ||
    digestsOfDays({ text: bare, at }, tools).includes(digest)
  );
}

/** Of the days that a text names without a year, in each year that may be meant. */
export function digestsOfDays(
  { text, at }: Pick<ReadTurn, 'text' | 'at'>,
  { digestValue, language }: Pick<QuestionTools, 'digestValue' | 'language'>,
): string[] {
  const year = new Date(at).getUTCFullYear();
  return yearlessDates(text, language).flatMap((day) =>
    [year - 1, year, year + 1].flatMap((one) => digestValue(`${one}-${day}`) ?? []),
  );
}

/** What is known of a held value beside the answer that it is compared with. */
export interface Held {
  value: SlotValue;
  /** What the customer said when the bot took the value. */
  source: ReadTurn | undefined;
  /** P(the held value is found in what the customer said): how often the bot keeps this slot's values as they are said. */
  verbatimRates: number;
  /** P(it was heard wrongly), where the customer told bot and agent the same and the held value is not what was told. */
  misheard: number;
  /** A list that the value may be of. */
  values: readonly string[];
}

/**
 * Compares answers with a held value. Where the bot normalises ("tomorrow" to a date) nothing is claimed. Where the bot holds
 * just what the customer said, only an answer of the same shape and nothing beside it is another value: it is oftener the same
 * one, told in another way. Nothing is claimed, either, where the customer tells the agent again what the bot was told without a figure, and the held value is not found in it
 * ("one thousand five hundred one dollars five"), unless the bot often hears the slot wrongly.
 */
export function compareAnswers(
  answers: readonly ReadTurn[],
  { value, source, verbatimRates, misheard, values }: Held,
  tools: QuestionTools,
): Comparison {
  const { digest } = value;
  if (answers.length === 0) return 'unknown';
  const listed = values.find((one) => tools.digestValue(one) === digest);
  const named = answers.flatMap((turn) => namedIn(turn, values));
  if (listed !== undefined && named.length > 0)
    return named.includes(listed) ? 'same' : 'different';
  if (answers.some((answer) => says(answer, value, tools))) return 'same';
  const yesNo = compareYesNo(answers[0], digest, tools);
  if (yesNo !== 'unknown') return yesNo;
  // "The white one" may be any of a list's values; only another one of them is another.
  if (listed !== undefined) return 'unknown';
  if (
    source &&
    says(source, value, tools) &&
    !answers.some((one) => isShapedAs(source, one, tools))
  )
    return 'unknown';
  // A day is a day however it is told, so that another one is another value.
  if (isDay(value, tools) && answers.some((answer) => namesDay(answer, tools))) return 'different';
  const whole = answers.filter(({ text }) => !isCut(text, tools.language));
  const isRepeated = whole.some((answer) => source && isToldAgain(source, answer, tools));
  if (isRepeated && misheard >= misheardFrom) return 'different';
  if (isRepeated && source && shapeOf(source) === 'words') return 'unknown';
  return verbatimRates >= comparableFrom && whole.some(givesAnother) ? 'different' : 'unknown';
}

function namesDay(answer: ReadTurn, { language }: QuestionTools): boolean {
  return (
    yearlessDates(answer.text, language).length > 0 ||
    answerForms([answer], language).includes('#date')
  );
}

/** The answer is a plain value, and the turn that the value was taken from has one of the same shape. */
function isShapedAs(source: ReadTurn, answer: ReadTurn, { language }: QuestionTools): boolean {
  const given = new Set(answerForms([source], language));
  return answerForms([answer], language).every((form) => /^[#⟨]|\d/.test(form) && given.has(form));
}

/** The values of a list that a text names, in any order of their words; "Nova 6 Lite" does not name "Nova 6". */
function namedIn({ words }: ReadTurn, values: readonly string[]): string[] {
  let left: readonly string[] = words;
  const longestFirst = [...values].sort((a, b) => b.length - a.length);
  return longestFirst.filter((value) => {
    const name = wordsOf(value);
    const at = runOf(name, left);
    if (at < 0) return false;
    left = left.map((word, i) => (i >= at && i < at + name.length ? '|' : word));
    return true;
  });
}

/** Where the words stand side by side: as they are, else in any order ("the lite unlimited"). */
function runOf(name: readonly string[], words: readonly string[]): number {
  if (name.length === 0) return -1;
  const sorted = [...name].sort().join(' ');
  const runs = words.map((_, at) => words.slice(at, at + name.length));
  const plain = runs.findIndex((run) => run.join(' ') === name.join(' '));
  return plain >= 0 ? plain : runs.findIndex((run) => [...run].sort().join(' ') === sorted);
}

/** A value, and no "hang on", question or story. */
function givesAnother({ text, content, courtesyOnly, marks }: ReadTurn): boolean {
  if (tokensIn(text).length > 0 || /\d\d/.test(text)) return true;
  if (courtesyOnly || text.includes('?')) return false;
  if (marks.has('evasion') || marks.has('told') || marks.has('objection')) return false;
  return content.length > 0 && content.length <= 4;
}

/** The agent said the held value: the customer accepts it, or gives another. */
export function compareReadBack(
  [answer]: readonly ReadTurn[],
  value: SlotValue,
  tools: QuestionTools,
): Comparison {
  if (!answer || says(answer, value, tools)) return 'same';
  if (!answer.marks.has('yes') && isPlainValue(answerForms([answer], tools.language)))
    return 'different';
  if (!answer.marks.has('no')) return 'same';
  return tokensIn(answer.text).length > 0 || answer.content.length > 0 ? 'different' : 'unknown';
}

function compareYesNo(
  answer: ReadTurn | undefined,
  digest: string,
  tools: QuestionTools,
): Comparison {
  const held = [true, false].find((value) => tools.digestValue(`${value}`) === digest);
  if (held === undefined || !answer) return 'unknown';
  const yes = answer.marks.has('yes');
  const no = answer.marks.has('no');
  if (yes === no) return 'unknown';
  return yes === held ? 'same' : 'different';
}
