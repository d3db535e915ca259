/** Kinds as tokens name them, and what the token of a number or a code leaves of how it looked. */
import type { Language } from '../language/language.js';
import { codeKind } from '../text/tokens.js';
import type { PersonalValue } from './personal-rule.js';

/** The last digits of a card are not the number under which a firm knows somebody: who reads the token can tell them apart. */
const shortNumbers = new Map([
  [3, 'three_digits'],
  [4, 'four_digits'],
]);

const mostRuns = 6;

/**
 * What a value's token is called, and of a code its shape (see `ContactTurn.codeShapes`).
 *
 * @param words the value as it was written
 */
export function tokenKind(
  { kind, form }: PersonalValue,
  words: string,
  { language, region }: { language: Language; region: string },
): { kind: string; shape?: string } {
  if (kind !== codeKind) return { kind };
  const code = form ?? language.canonical(words, { region }) ?? '';
  const short = /^\d+$/.test(code) && shortNumbers.get(code.length);
  return short ? { kind: short } : { kind, shape: shapeOf(code) };
}

/** "lmd7712" is "l3d4". */
const shapeOf = (code: string): string =>
  Array.from(code.matchAll(/(\d+)|\p{L}+/gu), ([run, digits]) =>
    digits === undefined ? `l${run.length}` : `d${run.length}`,
  )
    .slice(0, mostRuns)
    .join('');
