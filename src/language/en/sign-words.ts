import type { SignWords } from '../language.js';
import { radioWords } from './spelling-words.js';

/** Words by which one pass over a text sees what may be personal in it. */
export const signWords: SignWords = {
  digits: 'zero nought oh one two three four five six seven eight nine',
  numbers:
    'ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fourty fifty sixty seventy eighty ninety',
  ordinals:
    'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth thirtieth',
  withinSpelling: 'double triple treble for ray dash hyphen stroke slash',
  months:
    'jan january feb february mar march apr april may june jun july jul august aug september sep sept october oct november nov december dec',
  names: "name name's names surname surname's surnames forename forename's forenames",
  talk: 'speaking calling talking chatting connected taking',
  titles: 'mr mrs ms miss mx dr prof herr frau senor senora mme monsieur madame',
  introductions: "i'm im am is are name",
  subjects: "this it it's its",
  greetings: "hi hello hey g'day gday dear morning afternoon evening thanks you sorry welcome back",
  dot: 'dot',
  at: 'at',
  call: 'call',
  here: 'here',
  radio: radioWords.join(' '),
};
