/** What an answer looks like, whatever its value: "⟨phone:9f2c41⟩" is a phone, "5 March" a date, "the white one" its words. */
import type { Language } from '../language/language.js';
import { codeKind, tokensIn, withoutTokens } from '../text/tokens.js';
import { stem } from '../text/words.js';
import { wordsOf } from '../transcript/clauses.js';
import type { ReadTurn } from '../transcript/turns.js';
import { listSigns } from './list-signs.js';
import { mostListed } from './settings.js';

/** Numbers that are redacted only where they are asked for. */
const readable = new Map([
  ['three_digits', 'd3'],
  ['four_digits', 'd4'],
]);
const mostWords = 6;

/** Distinct forms, in the order of the text; empty for no text. Of a code its shape, too: `⟨account:d12`. */
export function answerForms(turns: readonly ReadTurn[], language: Language): string[] {
  const forms = new Set<string>();
  for (const turn of turns) {
    if (asks(turn.text)) forms.add('~question');
    // "Hang on... DEE467" gives its value all the same.
    if (turn.marks.has('evasion') && !hasFigures(turn)) forms.add('~evasion');
    else if (turn.courtesyOnly) forms.add(saysYesOrNo(turn) ? '~yesno' : '~courtesy');
    else addForms(turn, forms, language);
  }
  return [...forms];
}

/** "Again? 9428" does not. */
const asks = (text: string): boolean =>
  text.includes('?') && !/[\d⟨]/.test(text.slice(text.lastIndexOf('?')));

const hasFigures = ({ text }: ReadTurn): boolean =>
  tokensIn(text).length > 0 || /\d{2}/.test(withoutTokens(text));

const saysYesOrNo = ({ marks }: ReadTurn) => marks.has('yes') || marks.has('no');

function addForms(
  { text, codeShapes, content, marks }: ReadTurn,
  forms: Set<string>,
  { dates, sums, numbers, webAddressesIn }: Language,
): void {
  let codes = 0;
  for (const { kind } of tokensIn(text)) {
    const shape = kind === codeKind ? codeShapes[codes++] : undefined;
    forms.add(readable.get(kind) ?? (shape ? `⟨${kind}:${shape}` : `⟨${kind}`));
  }
  const written = withoutTokens(text);
  const typed = written.toLowerCase();
  const addresses = webAddressesIn(written);
  if (addresses.length > 0) forms.add('#web');
  const plain = addresses.reduceRight(
    (left, { start, end }) => `${left.slice(0, start)} ${left.slice(end)}`,
    written,
  );
  let rest = numbers.toDigits(plain.toLowerCase());
  const take = (pattern: RegExp, form: string) => {
    const left = rest.replace(pattern, ' ');
    if (left !== rest) forms.add(form);
    rest = left;
  };
  for (const pattern of dates.patternsIn(rest)) take(pattern, '#date');
  take(sums.any, '#money');
  for (const part of rest.split(/\s+/))
    if (/\d/.test(part) && (typed.includes(part) || isSpokenFigure(part, content, marks)))
      forms.add(digitsForm(part));
  const kept = new Set(wordsOf(rest));
  for (const word of content.slice(0, mostWords))
    if (!/\d/.test(word) && kept.has(word)) forms.add(stem(word));
  const left = content.filter((word) => !/\d/.test(word) && kept.has(word));
  if (left.length > mostWords && !isList(text, left)) forms.add('~long');
}

/** "the windscreen, a chip, 892.45 and nfv 564": several answers in one, each of a few words. */
function isList(text: string, content: readonly string[]): boolean {
  const parts = text.split(listSigns);
  if (parts.length < 2 || parts.length > mostListed.parts) return false;
  const counted = new Set(content);
  return parts.every(
    (part) => wordsOf(part).filter((word) => counted.has(word)).length <= mostListed.words,
  );
}

/** "Six zero four nine", or "two" and nothing else: "the first, I think" and "one of those" give no figure. */
const isSpokenFigure = (
  part: string,
  content: readonly string[],
  marks: ReadTurn['marks'],
): boolean => {
  const [, digits, ordinal] = /^(\d+)(\p{L}{2})?\W*$/u.exec(part) ?? [];
  if (digits === undefined) return false;
  // "Thanks a million", but not "ten, thanks".
  if (marks.has('thanks') && digits === '1000000') return false;
  // "The thirteenth" is a day; "the first, I think" none.
  return digits.length > 1 || (ordinal === undefined && content.length <= 1);
};

/** "05/03/1985" is d2/d2/d4. */
function digitsForm(part: string): string {
  return part
    .toLowerCase()
    .replace(/[.,;:!?]+$/, '')
    .replace(/\d+/g, (digits) => `d${digits.length}`);
}

/** The form without the shape of a code: `⟨account`. */
export const plainForm = (form: string): string =>
  form.startsWith('⟨') ? (form.split(':', 1)[0] ?? form) : form;

/** What an answer is seen as: a code of its shape, and a code. */
export const withPlain = (form: string): string[] => {
  const plain = plainForm(form);
  return plain === form ? [form] : [form, plain];
};

/** No courtesy, no story, no question of the customer's own. */
export const isValue = (answer: readonly string[]): boolean =>
  !answer.includes('~long') &&
  !answer.includes('~question') &&
  answer.some((form) => !form.startsWith('~'));

/** A redacted value, a date, a sum or a number, whatever the words around it. */
export const isPlainValue = (answer: readonly string[]): boolean =>
  isValue(answer) && answer.some((form) => /^[⟨#]|\d/.test(form));

/** A value answers it; what answers a contact's first words is the matter, and a value in it is one by chance. */
export const isAnswered = ({ answer = [], first = false }: Partial<Answered> = {}): boolean =>
  !first && isValue(answer);

interface Answered {
  answer: readonly string[];
  first: boolean;
}

/** The same value again, where words tell it; of figures and redacted values the form alone is known. */
export const areSameWords = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length &&
  one.every((form) => other.includes(form)) &&
  one.every((form) => !/^[#⟨]|\d/u.test(form));
