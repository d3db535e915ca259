import { createCanonical } from '../canonical.js';
import { amountForm } from './amounts.js';
import { dateForm } from './dates.js';
import { writtenEmail } from './emails.js';
import { numberWordsToDigits } from './number-words.js';
import { spelling } from './spelling.js';
import { timeForm } from './times.js';
import { writtenWebAddress } from './web-addresses.js';

const spokenEmail = /^\S+(?: (?:dot|underscore|dash|hyphen) \S+)* at \S+(?: dot \S+)+$/;
const yes =
  /^(?:true|yes|yeah|yep|yup|y|correct|(?:yes|yeah),? (?:please|sure|correct|of course|i do|it is|that'?s right|that is right)|that'?s (?:right|correct)|that is (?:right|correct)|of course|yes yes)$/;
const no =
  /^(?:false|no|nope|nah|n|incorrect|not really|no no|no,? (?:thanks|thank you|it'?s not|it is not|i don'?t|i do not|i'm not|never))$/;
const ordinal = /^(?:the )?(\d{1,2}(?:st|nd|rd|th))(?: 1)?$/;

const streets: Record<string, string> = {
  st: 'street',
  str: 'street',
  rd: 'road',
  ave: 'avenue',
  av: 'avenue',
  ln: 'lane',
  dr: 'drive',
  cres: 'crescent',
  blvd: 'boulevard',
  sq: 'square',
  tce: 'terrace',
  ter: 'terrace',
  cir: 'circle',
  ct: 'court',
  pl: 'place',
  pkwy: 'parkway',
  hwy: 'highway',
  trl: 'trail',
};
const street = new RegExp(
  `^((?:\\D+ )?\\d{1,5}\\p{L}?,? (?:\\p{L}+ ){1,3})(${Object.keys(streets).join('|')})\\b`,
  'u',
);

/** "12 High St" is "12 High Street". */
const streetInFull = (text: string) =>
  text.replace(street, (_, before: string, type: string) => before + (streets[type] ?? type));

export const canonical = createCanonical({
  yes,
  no,
  spokenEmail,
  writtenEmail,
  writtenWebAddress,
  toDigits: numberWordsToDigits,
  ordinal,
  date: dateForm,
  time: timeForm,
  amount: amountForm,
  spelledOut: spelling.spelledOut,
  inFull: streetInFull,
});
