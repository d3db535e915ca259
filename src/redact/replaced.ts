/** Values in a text replaced by their tokens. */
import type { Language } from '../language/language.js';
import { codeKind, tokenDigits, tokenFor, tokensIn } from '../text/tokens.js';
import { addressForm } from './address-form.js';

import type { Digest } from './digest.js';
import type { PersonalValue } from './personal-rule.js';
import { tokenKind } from './token-kind.js';

export type Span = [start: number, end: number];

interface Options {
  language: Language;
  digest: Digest;
  region: string;
}

const streetOf = ({ kind }: PersonalValue, words: string, { language, region }: Options) =>
  (kind === 'address' ? addressForm(words, language, region) : null) ?? undefined;

/**
 * The text with a token in each value's place, and its spans moved; a part of a value takes the whole token.
 *
 * @param shapes takes the shape of each code that is hidden, by the digits of its token
 */
export function replaced(
  before: { text: string; spans: Span[] },
  values: readonly PersonalValue[],
  options: Options,
  digestValue: (value: unknown) => string | null,
  shapes: Map<string, string>,
): { text: string; spans: Span[] } {
  let text = '';
  let from = 0;
  const places: { from: PersonalValue; start: number; end: number }[] = [];
  for (const value of values) {
    const words = before.text.slice(value.start, value.end);
    const form = value.form ?? streetOf(value, words, options);
    const hash = form === undefined ? digestValue(words) : options.digest(form);
    text += before.text.slice(from, value.start);
    const start = text.length;
    const digits = (hash ?? '0'.repeat(tokenDigits)).slice(0, tokenDigits);
    const { kind, shape } = tokenKind(value, words, options);
    if (shape !== undefined) shapes.set(digits, shape);
    text += tokenFor(kind, digits);
    places.push({ from: value, start, end: text.length });
    from = value.end;
  }
  text += before.text.slice(from);
  const moved = (at: number, side: 'start' | 'end') => {
    let shift = 0;
    for (const place of places) {
      const inside = side === 'start' ? at < place.from.end : at <= place.from.end;
      if (at <= place.from.start && !(side === 'start' && at === place.from.start)) break;
      if (inside) return side === 'start' ? place.start : place.end;
      shift = place.end - place.from.end;
    }
    return at + shift;
  };
  const spans = before.spans.map(([a, b]): Span => [moved(a, 'start'), moved(b, 'end')]);
  return { text, spans };
}

/** @param shapes of the hidden values, by the digits of their tokens */
export function codeShapesIn(text: string, shapes: ReadonlyMap<string, string>): readonly string[] {
  if (shapes.size === 0) return [];
  const codes = tokensIn(text).filter(({ kind }) => kind === codeKind);
  return codes.map(({ hash }) => shapes.get(hash) ?? '');
}
