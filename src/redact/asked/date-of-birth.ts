import type { AskedKind } from '../asked-value.js';
import { sign } from '../signals.js';
import { spokenDate } from '../spoken-date.js';

export const dateOfBirth: AskedKind = {
  id: 'date_of_birth',
  mayRead: ({ signals }) =>
    signals.digits > 0 || (signals.signs & (sign.numberWord | sign.month)) !== 0,
  read: ({ text, region }) => spokenDate(text, region),
};
