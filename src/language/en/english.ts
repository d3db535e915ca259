import type { Language } from '../language.js';
import { answerParts } from './answer-parts.js';
import { canonical } from './canonical.js';
import {
  betweenPattern,
  dateForm,
  monthNumber,
  monthPattern,
  patternsOfDates,
  weekdayPattern,
} from './dates.js';
import { isDictionaryWord, isPlural } from './dictionary.js';
import { writtenEmail } from './emails.js';
import { familyNames, givenNames, isDoubtfulName, isVerbBehind } from './given-names.js';
import {
  anyNumberWordPattern,
  digitWordPattern,
  numberWordsToDigits,
  scaleWordPattern,
  smallNumberPattern,
  thenWordPattern,
} from './number-words.js';
import { isOfOneCase } from './one-case.js';
import * as people from './people.js';
import { asksForPerson } from './person-requests.js';
import { isPlaceOrMake } from './places.js';
import { saysItWasSaid } from './said-before.js';
import { createSentiment } from './sentiment.js';
import { signWords } from './sign-words.js';
import { spelling } from './spelling.js';
import { spokenSums } from './spoken-sums.js';
import { anySum, sumInTwoNumbers } from './sums.js';
import { isTalkWord } from './talk-words.js';
import { timesOfDay } from './times.js';
import { countedUnits } from './units.js';
import { webAddressesIn } from './web-addresses.js';

export const english: Language = {
  code: 'en',
  numbers: {
    toDigits: numberWordsToDigits,
    digitPattern: digitWordPattern,
    smallPattern: smallNumberPattern,
    scalePattern: scaleWordPattern,
    thenPattern: thenWordPattern,
    wordPattern: anyNumberWordPattern,
  },
  dates: {
    patternsIn: patternsOfDates,
    form: dateForm,
    times: timesOfDay,
    monthPattern,
    weekdayPattern,
    betweenPattern,
    monthNumber,
  },
  sums: { any: anySum, inTwoNumbers: sumInTwoNumbers, spoken: spokenSums },
  countedUnits,
  canonical,
  spelling,
  writtenEmail,
  webAddressesIn,
  answerParts,
  isWord: isDictionaryWord,
  isPlural,
  isTalkWord,
  names: {
    given: givenNames,
    family: familyNames,
    isDoubtful: isDoubtfulName,
    isVerbBehind,
    isPlaceOrMake,
  },
  people,
  signs: signWords,
  createSentiment,
  isOfOneCase,
  asksForPerson,
  saysItWasSaid,
};
