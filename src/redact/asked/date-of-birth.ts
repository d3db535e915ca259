import type { Language } from '../../language/language.js';
import type { AskedKind } from '../asked-value.js';
import { sign } from '../signals.js';
import { createSpokenDate } from '../spoken-date.js';

export function dateOfBirth(language: Language): AskedKind {
  const spokenDate = createSpokenDate(language);
  return {
    id: 'date_of_birth',
    mayRead: ({ signals }) =>
      signals.digits > 0 || (signals.signs & (sign.numberWord | sign.month)) !== 0,
    read: ({ text, region }) => spokenDate(text, region),
  };
}
