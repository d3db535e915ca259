/**
 * Dates, weekdays, years and other numbers of four digits and more in a note, summary or comment. A note is dated itself, so that a
 * weekday in it is a date; and a postcode of four digits looks like a year or a mileage, where no question before it tells them
 * apart as in a conversation.
 */
import type { Language } from '../../language/language.js';
import type { PersonalRule, PersonalValue, Scene } from '../personal-rule.js';
import { shortestWeekday } from '../settings.js';

const notInNumber = '(?<![\\p{L}\\p{N}.,£$€¥₹-])';
/** Also in the groups in which postcodes are written that no other rule knows: "113 49", "00-950". */
const groups = '(?:\\d{4,}|\\d{3} \\d{2}|\\d{2}-\\d{3})';
const number = new RegExp(`${notInNumber}${groups}(?![\\p{L}\\p{N}-]|[.,:]\\d)`, 'gu');

export function numberInProse({ dates }: Language): PersonalRule {
  const weekday = new RegExp(`(?<!\\p{L})${dates.weekdayPattern}(?!\\p{L})`, 'giu');
  const datesIn = ({ text, region }: Scene) =>
    dates
      .patternsIn(text)
      .flatMap((pattern) => Array.from(text.matchAll(pattern)))
      .filter(([words]) => dates.form(words, region) !== null);
  const weekdaysIn = ({ text }: Scene) =>
    Array.from(text.matchAll(weekday)).filter(([word]) => word.length >= shortestWeekday);
  return {
    id: 'number-in-prose',
    needs: () => true,
    hint: new RegExp(`\\d|${dates.weekdayPattern}`, 'i'),
    find: (scene) => [
      ...[...datesIn(scene), ...weekdaysIn(scene)].map((match) => valueAt('date', match)),
      ...Array.from(scene.numbers().matchAll(number), (match) => valueAt('number', match)),
    ],
  };
}

const valueAt = (kind: string, { 0: words, index }: RegExpExecArray): PersonalValue => ({
  kind,
  start: index,
  end: index + words.length,
});
