import type { AskedKind } from '../asked-value.js';
import { sign } from '../signals.js';

const joint = '(?:dot|underscore|dash|hyphen|minus|plus|point|period)';
const piece = '[\\p{L}\\p{N}._%+-]+';
const spoken = new RegExp(
  `(?<![\\p{L}\\p{N}'’])(?<local>${piece}(?: (?:${joint} )?${piece}){0,30}?)(?: at | at sign |@)(?<host>${piece}(?: (?:dot|dash|hyphen) ${piece}| ${piece}(?= (?:dot|[\\p{L}] ))){0,8})`,
  'iu',
);

/** Without a dot only a name that everybody knows is one: "jane at gmail", not "I am at work". */
const hosted =
  /\.| dot |^(?:g ?mail|hotmail|yahoo|outlook|icloud|aol|proton ?mail|live|gmx|btinternet)\b/i;

/** What is left of the sign belongs to the address up to the words that lead up to it. */
export const email: AskedKind = {
  id: 'email',
  mayRead: ({ text, signals }) => (signals.signs & sign.email) !== 0 || / at /i.test(text),
  read({ text, language, fillers }) {
    const match = spoken.exec(text);
    const local = match?.groups?.local ?? '';
    const host = match?.groups?.host ?? '';
    if (!match || local === '' || !(hosted.test(host) || match[0].includes('@'))) return null;
    const words = local.split(' ');
    const leads = words.findIndex((word) => !fillers.has(word.toLowerCase()));
    if (leads < 0) return null;
    const start =
      match.index + words.slice(0, leads).reduce((sum, word) => sum + word.length + 1, 0);
    const end = match.index + match[0].replace(/\.$/, '').length;
    return { start, end, form: language.writtenEmail(text.slice(start, end)) };
  },
};
