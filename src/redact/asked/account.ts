import type { Shape } from '../../language/spelled-search.js';
import type { AskedKind } from '../asked-value.js';
import { sign } from '../signals.js';

/** "1234" is enough where the number was asked for, and "AB1"; a word without digits is none. */
const code: Shape = {
  mayBegin: (characters) => /^[a-z\d]{1,34}$/.test(characters),
  isWhole: (characters) => characters.length >= 3 && /\d.*\d/.test(characters),
  mostDoubt: 0.9,
};

/** Numbers and codes by which a firm or a state knows somebody. */
export const account: AskedKind = {
  id: 'account',
  mayRead: ({ signals }) => signals.digits > 0 || (signals.signs & sign.numberWord) !== 0,
  read({ words, language, region }) {
    const found = language.spelling.read(words, code);
    if (!found) return null;
    const form = language.canonical(found.characters, { region }) ?? found.characters;
    return { start: found.start, end: found.end, form };
  },
};
