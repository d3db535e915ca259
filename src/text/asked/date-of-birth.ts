import type { AskedKind } from '../asked-value.js';
import { spokenDate } from '../spoken-date.js';

export const dateOfBirth: AskedKind = {
  id: 'date_of_birth',
  read: ({ text, region }) => spokenDate(text, region),
};
