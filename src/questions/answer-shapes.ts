/**
 * What a slot is answered with: a date is no meter reading, and "lovely" is no date, whatever the question has in common with
 * others for the slot.
 */
import type { Lexicon } from '../domain/lexicon.js';
import { stem } from '../text/words.js';
import { wordsOf } from '../transcript/clauses.js';
import { isValue, plainForm } from './answer-form.js';
import { fewestOwn, mostIdentity, shapedFrom, shapeTrust, usualShape } from './settings.js';
import { type Shapes, valueShape, type Wording } from './wordings.js';

/** An answer in words alone, without figures or a redacted value. */
export const inWords = '';

/** "22", "the 9th": what a date is cut short to. */
const few = 'few';
const isFigures = /d\d/;
const isFew = /^d[12](\p{L}{2})?$/u;
const date = '#date';
const dateKind = 'date';

/** Kinds that are not always redacted, and then are words. */
const ofWords = new Set(['⟨name', '⟨address']);

/** The shapes in an answer, as one key; null where it is no value, so that nothing is known of what was asked for. */
export function shapesGiven(answer: readonly string[]): string | null {
  const values = answer.filter((form) => !form.startsWith('~'));
  const shapes = new Set(
    values.flatMap((form) => {
      if (isFew.test(form)) return few;
      return isCode(form) ? form : (valueShape(form) ?? []);
    }),
  );
  const hasWords = answer.some((form) => /^\p{L}/u.test(form) && !isFigures.test(form));
  // "The one by the sea" may be a number, or not.
  if (shapes.size === 1 && shapes.has(few) && hasWords) return null;
  if (shapes.size > 0) return [...shapes].sort().join(' ');
  return isValue(answer) ? inWords : null;
}

/** Stems of words by which a day is named without its date: "next Tuesday", "two weeks ago". */
export function dayWordsOf({
  slotTypes,
  stopWords,
}: Pick<Lexicon, 'slotTypes' | 'stopWords'>): Set<string> {
  const stop = new Set(stopWords.flatMap(wordsOf));
  const { names = [], values = [] } = slotTypes[dateKind] ?? {};
  const words = [...names, ...values].flatMap(wordsOf);
  return new Set(words.filter((word) => !stop.has(word)).map(stem));
}

/**
 * What is given in words that name a day counts as a date.
 *
 * @param answers forms of the same answers
 */
export function withDays(
  given: ReadonlyMap<string, number>,
  answers: Iterable<readonly [form: string, n: number]>,
  dayWords: ReadonlySet<string>,
): ReadonlyMap<string, number> {
  const words = given.get(inWords) ?? 0;
  if (words === 0) return given;
  let days = 0;
  for (const [form, n] of answers) if (dayWords.has(form)) days += n;
  if (days === 0) return given;
  const moved = Math.min(words, days);
  return new Map([...given, [inWords, words - moved], [date, (given.get(date) ?? 0) + moved]]);
}

/** @returns for each class, by the answers to the bot's own questions and by what its kind lets expect */
export function shapesOf(
  wordings: readonly Wording[],
  classes: readonly string[],
  dayWords: ReadonlySet<string> = new Set(),
): Shapes[] {
  const given = new Map<string, Map<string, number>>();
  for (const { label, given: plain, answers: forms } of wordings) {
    if (label === undefined) continue;
    const answers = withDays(plain, forms, dayWords);
    const known = given.get(label) ?? new Map<string, number>();
    given.set(label, known);
    for (const [key, n] of answers)
      for (const shape of key.split(' ')) known.set(shape, (known.get(shape) ?? 0) + n);
  }
  return classes.map((name) => usualShapes(given.get(name) ?? new Map<string, number>()));
}

function usualShapes(given: ReadonlyMap<string, number>): Shapes {
  let all = 0;
  for (const n of given.values()) all += n;
  const words = given.get(inWords) ?? 0;
  if (all < fewestOwn || all - words < shapedFrom * all) return null;
  const isUsual = ([shape, n]: [string, number]) => shape !== inWords && n >= usualShape * all;
  const usual = [...given].filter(isUsual);
  const codes = [...given].filter(([shape]) => isCode(shape));
  const shaped = usual.filter(([shape]) => isCode(shape));
  // Codes of all shapes are told by none.
  const anyCode = sum(shaped) < shapedFrom * sum(codes) ? codes.slice(0, 1) : [];
  return new Set([...usual.map(([shape]) => shape), ...anyCode.map(([shape]) => plainForm(shape))]);
}

const sum = (counts: readonly (readonly [string, number])[]): number =>
  counts.reduce((all, [, n]) => all + n, 0);

/** `⟨account:d12`: a code whose shape is known. */
const isCode = (shape: string): boolean => shape !== plainForm(shape);

/**
 * ln of how much less likely a class of these shapes is asked for where answers are given so.
 *
 * @param witnesses how much more they are worth than one
 */
export function against(
  shapes: Shapes,
  given: ReadonlyMap<string, number>,
  witnesses: number,
): number {
  if (!shapes) return 0;
  let [other, all] = [0, 0];
  for (const [key, n] of given) {
    all += n;
    if (!fits(key, shapes)) other += n;
  }
  return all === 0 ? 0 : Math.min(mostIdentity, (shapeTrust * witnesses * other) / all);
}

function fits(key: string, shapes: ReadonlySet<string>): boolean {
  if (key === inWords) return [...shapes].some((shape) => ofWords.has(shape));
  return key.split(' ').some((shape) => {
    if (shapes.has(shape) || (shape === few && shapes.has(date))) return true;
    if (isCode(shape)) return shapes.has(plainForm(shape));
    return [...shapes].some((one) => isCode(one) && plainForm(one) === shape);
  });
}
