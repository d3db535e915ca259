import type { Language } from '../../language/language.js';
import { isCardNumber } from '../../lib/luhn.js';
import type { PersonalRule, PersonalValue, Scene } from '../personal-rule.js';
import { leastDictated, leastSpoken } from '../settings.js';

/**
 * Numbers that are read out: "oh seven seven double oh nine 00 one two three", in words or mixed with figures, with tens in them
 * ("zero one ninety"), and in pieces ("7 3866 then 99... 75").
 */
export function spokenDigits({ numbers }: Language): PersonalRule {
  const word = numbers.digitPattern;
  const item = `(?:${word}|${numbers.smallPattern}|\\d+)`;
  const gap = `[\\s,.…-]+(?:${numbers.thenPattern}[\\s,.…-]+)?`;
  const run = new RegExp(
    `(?<![\\p{L}\\p{N}])(?:plus[\\s-]+)?${item}(?:${gap}${item})+(?![\\p{L}\\p{N}])`,
    'giu',
  );
  const digitWord = new RegExp(`\\b${word}\\b`, 'gi');
  const then = new RegExp(`(?<!\\p{L})${numbers.thenPattern}(?!\\p{L})`, 'giu');
  const digitsOf = (words: string) =>
    numbers.toDigits(
      words
        .toLowerCase()
        .replace(then, ' ')
        .replace(/[.,…]+/g, ' '),
    );
  const isNumber = (words: string) => {
    const digits = digitsOf(words).replace(/\D/g, '').length;
    if ((words.match(digitWord)?.length ?? 0) >= 3) return digits >= leastSpoken;
    return digits >= leastDictated && words.search(then) >= 0 && /\d{3}/.test(words);
  };
  return {
    id: 'spoken_digits',
    needs: ({ digitWords, digits }) => digitWords >= 3 || digits >= leastDictated,
    hint: new RegExp(`\\b${word}[\\s,.…-]+(?:${item}|${numbers.thenPattern})\\b|\\d${gap}\\d`, 'i'),
    find: (scene) =>
      Array.from(scene.numbers().matchAll(run))
        .filter(({ 0: words }) => isNumber(words))
        .map(({ 0: words, index }) => numberIn(words, digitsOf(words), index, scene)),
  };
}

function numberIn(
  words: string,
  digits: string,
  start: number,
  { language, region }: Scene,
): PersonalValue {
  const place = { start, end: start + words.length };
  const form = language.canonical(digits, { region });
  const kind = form?.startsWith('+') ? 'phone' : isCardNumber(form ?? '') ? 'card' : 'account';
  return { kind, ...place, ...(form !== null && { form }) };
}
