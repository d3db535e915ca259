import type { Shape } from '../../language/spelled-search.js';
import { phoneForm } from '../../lib/phone.js';
import type { AskedKind } from '../asked-value.js';
import { leastDigitsOfPhone } from '../settings.js';
import { sign } from '../signals.js';

const digitsOnly: Shape = {
  mayBegin: (characters) => /^\d{1,17}$/.test(characters),
  isWhole: (characters) => characters.length >= leastDigitsOfPhone,
  mostDoubt: 2.5,
};

export const phone: AskedKind = {
  id: 'phone',
  mayRead: ({ signals }) => signals.digits > 0 || (signals.signs & sign.numberWord) !== 0,
  read({ text, words, language, region }) {
    const found = language.spelling.read(words, digitsOnly);
    if (!found) return null;
    const plus = /(?:\+|\bplus )\s*$/i.exec(text.slice(0, found.start))?.[0] ?? '';
    const digits = plus === '' ? found.characters : `+${found.characters}`;
    const start = found.start - plus.length;
    return { start, end: found.end, form: phoneForm(digits, region) ?? found.characters };
  },
};
