import type { Language } from '../../language/language.js';
import { isCardNumber } from '../../lib/luhn.js';
import type { PersonalRule, Scene } from '../personal-rule.js';
import { leastSpoken } from '../settings.js';

/** "oh seven seven double oh nine 00 one two three": digits in words, or mixed with written ones. */
export function spokenDigits({ numbers }: Language): PersonalRule {
  const word = numbers.digitPattern;
  const run = new RegExp(
    `(?<![\\p{L}\\p{N}])(?:plus[\\s-]+)?(?:${word}|\\d+)(?:[\\s,.-]+(?:${word}|\\d+))+(?![\\p{L}\\p{N}])`,
    'giu',
  );
  const digitWord = new RegExp(`\\b${word}\\b`, 'gi');
  const isNumber = (words: string) =>
    (words.match(digitWord)?.length ?? 0) >= 3 &&
    numbers.toDigits(words.toLowerCase()).replace(/\D/g, '').length >= leastSpoken;
  return {
    id: 'spoken_digits',
    needs: ({ digitWords }) => digitWords >= 3,
    hint: new RegExp(`\\b${word}[\\s,.-]+(?:${word}\\b|\\d)`, 'i'),
    find: (scene) =>
      Array.from(scene.numbers().matchAll(run))
        .filter(({ 0: words }) => isNumber(words))
        .map(({ 0: words, index }) => ({
          kind: kindOf(words, scene),
          start: index,
          end: index + words.length,
        })),
  };
}

function kindOf(words: string, { language, region }: Scene): string {
  const form = language.canonical(words, { region }) ?? '';
  if (form.startsWith('+')) return 'phone';
  return isCardNumber(form) ? 'card' : 'account';
}
