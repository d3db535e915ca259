import type { Language } from '../language.js';
import { dateForm, patternsOfDates } from './dates.js';
import { numberWordsToDigits } from './number-words.js';
import { tellsOwnDeed } from './own-deeds.js';
import { createSentiment } from './sentiment.js';
import { anySum, sumInTwoNumbers } from './sums.js';
import { countedUnits } from './units.js';

export const english: Language = {
  code: 'en',
  numbers: { toDigits: numberWordsToDigits },
  dates: { patternsIn: patternsOfDates, form: dateForm },
  sums: { any: anySum, inTwoNumbers: sumInTwoNumbers },
  countedUnits,
  createSentiment,
  tellsOwnDeed,
};
