/** Of what kind a value is, by its shape alone: what tells that two values could fill the same slot. */
import { tokensIn } from '../text/tokens.js';
import { shortestCode } from './settings.js';

export interface Shaped {
  kind: string;
  start: number;
  end: number;
}

/** Digits with what people put between and around them; a currency sign before it is no part of it. */
const written = /(?<![\p{L}\p{N}])[\p{L}\d]*\d(?:[\p{L}\d]|[.,/:-](?=[\p{L}\d]))*/gu;
const dateLike = /^(\d{1,4})([/.-])(\d{1,2})\2(\d{1,4})$/;
const money = /^(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d{1,2})?$/;
/** "16.41" is one where people write a point between hours and minutes; which of the two it is nothing shows. */
export const clock = /^(?:[01]?\d|2[0-3])([:.])[0-5]\d$/;
export const currency = /[\p{Sc}]\s?$/u;
const year = /^(?:19|20)\d\d$/;

/** Everything in a text that has the shape of a value, left to right: redacted values and what is written with digits. */
export function shapedIn(text: string): Shaped[] {
  const tokens = tokensIn(text).map(({ kind, start, end }) => ({ kind: `⟨${kind}⟩`, start, end }));
  const numbers = Array.from(text.matchAll(written), ({ 0: found, index }) => ({
    kind: kindOf(found, text.slice(0, index)),
    start: index,
    end: index + found.length,
  }));
  const outside = numbers.filter(
    ({ start, end }) => !tokens.some((token) => token.start < end && token.end > start),
  );
  return [...tokens, ...outside]
    .flatMap(({ kind, start, end }) => (kind === null ? [] : [{ kind, start, end }]))
    .sort((a, b) => a.start - b.start);
}

/** @param before what stands before it; null for what may be anything */
export function kindOf(value: string, before = ''): string | null {
  const [token] = tokensIn(value);
  if (token) return `⟨${token.kind}⟩`;
  if (clock.exec(value)?.[1] === ':') return 'time';
  if (isDate(value)) return 'date';
  if (money.test(value) && (currency.test(before) || /\.\d\d$/.test(value))) return 'money';
  const digits = value.replace(/\D/g, '').length;
  if (year.test(value) || (digits < shortestCode && !/\p{L}/u.test(value))) return null;
  // "4th", "2nd" and "24h" are no codes.
  if (digits < 3 || /[.,:]/.test(value)) return null;
  return value
    .replace(/\d+/g, ({ length }) => `9${length}`)
    .replace(/\p{L}+/gu, ({ length }) => `a${length}`);
}

/** A day, a month and a year in some order; "65-43-21" is none. */
function isDate(value: string): boolean {
  const [, first = '', , second = '', third = ''] = dateLike.exec(value) ?? [];
  const [a, b, c] = [first, second, third].map(Number) as [number, number, number];
  if (first.length === 4) return b >= 1 && b <= 12 && c >= 1 && c <= 31;
  return Math.min(a, b) >= 1 && Math.min(a, b) <= 12 && Math.max(a, b) <= 31 && third.length !== 1;
}
