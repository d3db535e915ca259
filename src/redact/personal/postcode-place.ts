/** Five digits or six beside the name of a place: "Springfield 62704", "75011 Paris". */
import type { PersonalRule, PersonalValue } from '../personal-rule.js';

const candidates =
  /(?<![\p{L}\p{N}.,£$€-])(?:(?:D|F|I|E|CH|A|B|L|S|N)-)?(?<digits>\d{4,6}|\d{3} \d{2}|\d{2}-\d{3}|\d{5}-\d{3}|\d{4}-\d{3}|\d{3} \d{3})(?![\p{L}\p{N}-]|[.,]\d)/gu;
const before = /(?<word>\p{Lu}[\p{L}'’-]+),? $/u;
const behind = /^,? (?<word>\p{Lu}[\p{L}'’-]+)/u;
const year = /^(?:19|20)\d\d$/;
/** "in 90210", "near 10115": amounts and counts have a word behind them. */
const lead = /(?:\b(?:in|near|around|from|to|at|outside|zip)|^|[,:;?!.]|\n) ?$/i;
/** No amount begins so. */
const leadingZero = /^0\d{3,5}$/;
const round = /00$/;
const end = /^(?:[.,;!?)]|\s*$)/;

export const postcodePlace: PersonalRule = {
  id: 'postcode-place',
  needs: ({ digits, longestNumber }) => digits >= 4 && longestNumber >= 2,
  hint: /\d{4}|\d{3} \d{2}|\d{2}-\d{3}/,
  find(scene) {
    const text = scene.numbers();
    const { isPlaceOrMake } = scene.language.names;
    const isPlace = (match: RegExpExecArray | null) =>
      match?.groups?.word !== undefined && isPlaceOrMake(match.groups.word.toLowerCase());
    return Array.from(text.matchAll(candidates)).flatMap((match): PersonalValue[] => {
      const digits = match.groups?.digits ?? '';
      const [start, stop] = [match.index, match.index + match[0].length];
      const [front, rest] = [
        text.slice(Math.max(0, start - 40), start),
        text.slice(stop, stop + 40),
      ];
      const named = isPlace(before.exec(front)) || isPlace(behind.exec(rest));
      const placed =
        /^\d{5}$/.test(digits) && !round.test(digits) && lead.test(front) && end.test(rest);
      return !year.test(digits) && (named || placed || leadingZero.test(digits))
        ? [{ kind: 'postcode', start, end: stop }]
        : [];
    });
  },
};
