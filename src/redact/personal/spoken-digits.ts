import { canonical } from '../../language/en/canonical.js';
import { digitWordPattern, numberWordsToDigits } from '../../language/en/number-words.js';
import { isCardNumber } from '../../lib/luhn.js';
import type { PersonalRule, Scene } from '../personal-rule.js';

/** "oh seven seven double oh nine 00 one two three": digits in words, or mixed with written ones. */
const run = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:plus[\\s-]+)?(?:${digitWordPattern}|\\d+)(?:[\\s,.-]+(?:${digitWordPattern}|\\d+))+(?![\\p{L}\\p{N}])`,
  'giu',
);
const digitWord = new RegExp(`\\b${digitWordPattern}\\b`, 'gi');
const leastDigits = 6;

export const spokenDigits: PersonalRule = {
  id: 'spoken_digits',
  needs: ({ digitWords }) => digitWords >= 3,
  hint: new RegExp(`\\b${digitWordPattern}[\\s,.-]+(?:${digitWordPattern}\\b|\\d)`, 'i'),
  find: (scene) =>
    Array.from(scene.numbers().matchAll(run))
      .filter(({ 0: words }) => isNumber(words))
      .map(({ 0: words, index }) => ({
        kind: kindOf(words, scene),
        start: index,
        end: index + words.length,
      })),
};

function isNumber(words: string): boolean {
  const spoken = words.match(digitWord)?.length ?? 0;
  return (
    spoken >= 3 && numberWordsToDigits(words.toLowerCase()).replace(/\D/g, '').length >= leastDigits
  );
}

function kindOf(words: string, scene: Scene): string {
  const form = canonical(words, scene) ?? '';
  if (form.startsWith('+')) return 'phone';
  return isCardNumber(form) ? 'card' : 'account';
}
