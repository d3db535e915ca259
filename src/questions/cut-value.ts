/** A value of which redaction found only a part: "⟨account:2374b5⟩ like zero two zero four" is one number, told with a pause. */
import type { Language } from '../language/language.js';

/** Words that may stand in the pause; what "and" joins is another value. */
const pause = String.raw`(?:(?!and\b|plus\b|or\b)\p{L}{1,4}[ .…]+){0,2}`;
const cutAfter = new RegExp(String.raw`⟩[ .…]+${pause}\d`, 'u');
const cutBefore = new RegExp(String.raw`\d[ .…]+${pause}⟨`, 'u');
/** "b d you c ⟨account:2374b5⟩": letters that are spelled out, heard as a word now and then; "I" and "a" are words. */
const lettersBefore = /(?<!\p{L})[b-hj-z](?: \p{L}{1,4})? \p{L}(?!\p{L})(?: \p{L}{1,4})? ⟨/iu;

/** Figures, or single letters, stand beside a redacted value, as if they were the rest of it. */
export function isCut(text: string, { numbers }: Language): boolean {
  if (!text.includes('⟨')) return false;
  if (lettersBefore.test(text)) return true;
  // The token's own digits are no figures of the value.
  const bare = numbers.toDigits(text.replace(/⟨[^⟩]*⟩/g, '⟨⟩'));
  return cutAfter.test(bare) || cutBefore.test(bare);
}
