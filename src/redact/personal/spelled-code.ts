import type { Language } from '../../language/language.js';
import type { PersonalRule, PersonalValue, Scene } from '../personal-rule.js';
import { leastSpelled } from '../settings.js';
import { sign } from '../signals.js';
import { isIban } from './iban.js';
import { postcode } from './postcode.js';

/** "s w one a two a a", "alpha bravo 1 2 3 4": letters and digits one by one. Letters alone are a name. */
export function spelledCode({ numbers, spelling }: Language): PersonalRule {
  const { radioWordPattern, signPattern } = spelling;
  // "q g five zero dash v seven": half of a code would be another one.
  const gap = `[\\s,.-]+(?:${signPattern}[\\s,.-]+)?`;
  const item = `(?:${numbers.digitPattern}|\\d{1,4}|(?:double[\\s-]+)?(?:${radioWordPattern}|\\p{L})(?: for \\p{L}{3,})?)`;
  const run = new RegExp(
    `(?<![\\p{L}\\p{N}'’])${item}(?:${gap}${item}){3,}(?![\\p{L}\\p{N}'’])`,
    'giu',
  );
  return {
    id: 'spelled_code',
    needs: ({ signs }) => (signs & sign.spelled) !== 0,
    hint: new RegExp(
      `(?<![\\p{L}\\p{N}'’])(?:${radioWordPattern}|\\p{L})[\\s,.-]+${item}[\\s,.-]+${item}(?![\\p{L}\\p{N}'’])`,
      'iu',
    ),
    find: (scene) =>
      Array.from(scene.text.matchAll(run)).flatMap(({ 0: words, index }) => {
        const kind = kindOf(words, scene);
        return kind === null ? [] : [{ kind, start: index, end: index + words.length }];
      }),
  };
}

function kindOf(words: string, scene: Scene): PersonalValue['kind'] | null {
  const characters = charactersOf(words, scene.language);
  const digits = characters.replace(/\D/g, '').length;
  if (digits === 0) return isSpelledName(words, scene.language) ? 'name' : null;
  if (characters.length < leastSpelled || digits < 2 || digits === characters.length) return null;
  if (isIban(characters)) return 'iban';
  const whole = { ...scene, text: characters, numbers: () => characters };
  const isPostcode = postcode
    .find(whole)
    .some(({ start, end }) => end - start === characters.length);
  return isPostcode ? 'postcode' : 'account';
}

function charactersOf(words: string, { spelling, canonical }: Language): string {
  const spelled = spelling.spelledOut(words.toLowerCase());
  return spelled ?? canonical(words.replace(/[\s,.-]+/g, ''), { region: '' }) ?? '';
}

/** Single letters, of which "i" and "a" are also words. */
const isSpelledName = (words: string, { spelling }: Language) =>
  spelling.words(words).filter(({ text }) => text.length === 1 && !/[aiou]/.test(text)).length >= 2;
