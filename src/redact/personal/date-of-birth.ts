import type { Language } from '../../language/language.js';
import type { PersonalRule, PersonalValue, Scene } from '../personal-rule.js';
import { birthWithin, lastBirthYear } from '../settings.js';
import { sign } from '../signals.js';

/** Not "birthday party on 5 March". */
const birth =
  /\b(?:born|birth|d\.?o\.?b|birthdate|birthday(?! (?:party|cake|present|gift|dinner|card|lunch|trip|meal)))\b/i;

export function dateOfBirth({ dates }: Language): PersonalRule {
  return {
    id: 'date_of_birth',
    needs: ({ digits, ordinalWords, signs }) =>
      digits >= 4 || ordinalWords >= 2 || (signs & sign.month) !== 0,
    hint: new RegExp(`\\d[-/. ]\\d|\\b${dates.monthPattern}|(?:st|nd|rd|th) (?:of|on) `, 'i'),
    find(scene) {
      return dates
        .patternsIn(scene.text)
        .flatMap((pattern) => Array.from(scene.text.matchAll(pattern)))
        .map((match) => ({
          kind: 'date_of_birth',
          start: match.index,
          end: match.index + match[0].length,
        }))
        .filter((found) => isBirthday(found, scene));
    },
  };
}

function isBirthday({ start, end }: PersonalValue, { text, language, region }: Scene): boolean {
  const form = language.dates.form(text.slice(start, end), region);
  if (form === null) return false;
  const year = Number(form.slice(0, 4));
  if (!form.startsWith('--') && year <= lastBirthYear) return true;
  return birth.test(text.slice(Math.max(0, start - birthWithin), end + birthWithin / 3));
}
