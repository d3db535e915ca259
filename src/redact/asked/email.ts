import type { Answer, AskedKind } from '../asked-value.js';
import { sign } from '../signals.js';

const joint = '(?:dot|underscore|dash|hyphen|minus|plus|point|period)';
const part = new RegExp(`^${joint}$`);
const piece = '[\\p{L}\\p{N}._%+-]+';
const spoken = new RegExp(
  `(?<![\\p{L}\\p{N}'’])(?<local>${piece}(?: (?:${joint} )?${piece}){0,30}?)(?: at | at sign |@)(?<host>${piece}(?: (?:dot|dash|hyphen) ${piece}| ${piece}(?= (?:dot|[\\p{L}] ))){0,8})(?![\\p{L}\\p{N}._%+-]*@)`,
  'iu',
);

/** Without a dot only a name that everybody knows is one: "jane at gmail", not "I am at work". */
const hosted =
  /\.| dot |^(?:g ?mail|hotmail|yahoo|outlook|icloud|aol|proton ?mail|live|gmx|btinternet)\b/i;

/** What is left of the sign belongs to the address up to the words that lead up to it. */
export const email: AskedKind = {
  id: 'email',
  mayRead: ({ text, signals }) => (signals.signs & sign.email) !== 0 || / at /i.test(text),
  read(answer) {
    const { text, language, fillers } = answer;
    const match = spoken.exec(text);
    const local = match?.groups?.local ?? '';
    const host = match?.groups?.host ?? '';
    if (!match || local === '' || !(hosted.test(host) || match[0].includes('@'))) return null;
    const words = local.toLowerCase().split(' ');
    const isTyped = match[0].includes('@');
    const said = words.slice(0, -1).findLastIndex((word) => isSaid(word, isTyped, answer));
    const leads = words.findIndex((word, i) => i > said && !fillers.has(word));
    if (leads < 0) return null;
    const start =
      match.index + words.slice(0, leads).reduce((sum, word) => sum + word.length + 1, 0);
    const end = match.index + match[0].replace(/\.$/, '').length;
    return { start, end, form: language.writtenEmail(text.slice(start, end)) };
  },
};

/**
 * A word of the sentence, where "j", "dot", "five" and "jane" are of the address. Who types the sign puts no blank into an address,
 * so that there any word of the dictionary is one; who says it may have an address of such words.
 */
function isSaid(word: string, isTyped: boolean, { language, fillers }: Answer): boolean {
  if (word.length < 2 || part.test(word)) return false;
  const { names, numbers } = language;
  if (fillers.has(word)) return true;
  const isName = names.given.has(word) || names.family.has(word);
  const isWord = language.isWord(word) || language.isTalkWord(word);
  return isTyped && isWord && !isName && /^\D+$/.test(numbers.toDigits(word));
}
