/** What the rooms ask of a language. One folder fulfils it (`en/`); `languages.ts` has the list. */
import type { Lexicon } from '../domain/lexicon.js';
import type { Canonical } from './canonical.js';
import type { Shape, Spelled, SpelledWord } from './spelled-search.js';

/** Patterns are sources without groups and flags, for larger patterns that ignore case. */
export interface Language {
  /** ISO 639, as in `config/lexicon.<code>.yaml`. */
  code: string;
  numbers: Numbers;
  dates: Dates;
  sums: Sums;
  /** Units that are counted, lower case: "rental days" is how many, "rental day" is which. */
  countedUnits: ReadonlySet<string>;
  /** The form in which two spellings of one value are equal. */
  canonical: Canonical;
  spelling: Spelling;
  /** "jane dot doe at example dot com" as it is written. */
  writtenEmail(spoken: string): string;
  /** Where addresses of the web stand, typed and said; of one that is said, the end of it at least. */
  webAddressesIn(text: string): { start: number; end: number }[];
  /** An answer to several questions, taken apart: one part for each value that it lists, at least one. */
  answerParts(answer: string, region: string): AnswerPart[];
  /** Is it a word of the language, rather than a name? @param word lower case */
  isWord(word: string): boolean;
  /** A noun of several: "doses". @param word lower case */
  isPlural(word: string): boolean;
  /** A word of chats that dictionaries lack. @param word lower case */
  isTalkWord(word: string): boolean;
  names: Names;
  people: People;
  signs: SignWords;
  /** Judges texts from -1 (furious) to 1 (delighted); 0 where nothing speaks. */
  createSentiment(
    lexicon: Pick<Lexicon, 'anger' | 'negations'>,
    ofMatter?: ReadonlySet<string>,
  ): (text: string) => number;
  /** An agent asks, speaks of himself, or of what was or will be done for one customer: nothing that a bot could say to the next one. */
  isOfOneCase(text: string): boolean;
  /** A customer asks for a person in place of the bot: "could I have somebody real", "I don't do robots". */
  asksForPerson(text: string): boolean;
  /** A customer says that something was said before: "as I was telling your bot", "once more from the top". */
  saysItWasSaid(text: string): boolean;
}

export interface Numbers {
  /** Lower-case text with every number in words as digits: "twenty five" is "25", "the fifth" is "the 5th". */
  toDigits(text: string): string;
  /** One digit in words, as a number is read out: "seven", "double oh". */
  digitPattern: string;
  /** 1 to 99 in words. */
  smallPattern: string;
  /** Words behind which a number may go on with "and": "two hundred and ten". */
  scalePattern: string;
  /** What people say between the parts of one number: "775 then 412". */
  thenPattern: string;
  /** One word of a number or an ordinal of any size. */
  wordPattern: string;
}

export interface Dates {
  /** The patterns by which dates may stand in this text; `form` says whether a match is one. */
  patternsIn(text: string): readonly RegExp[];
  /** `1985-03-05`, `--03-05` without a year, `1985-03-05T14:30`; null for what is no date. @param region ISO 3166 */
  form(text: string, region: string): string | null;
  /** Times of day in a text whose figures are digits, as a global pattern: "7:15 pm", "half past 3". */
  times: RegExp;
  monthPattern: string;
  weekdayPattern: string;
  /** What people say between the parts of a date ("of", "slash"), one word. */
  betweenPattern: string;
  /** "3" for "march"; "0" for what is no month. */
  monthNumber(name: string | undefined): string;
}

/** Sums of money, as global patterns. */
export interface Sums {
  /** "£25.50", "25 pounds 50", "25.50". */
  any: RegExp;
  /** Whole and parts, told in two numbers: "64 pounds and 17 pence". */
  inTwoNumbers: RegExp;
  /** Plain numbers that the sums in a text may come to, told in two numbers with or without a currency: "twenty seven eighty". */
  spoken(text: string): string[];
}

export interface Spelling {
  words(text: string): SpelledWord[];
  /** Two letters that are spelled stand near each other, so that a search for a code is worth its time; a word of one letter is none by itself. */
  hasLetters(words: readonly SpelledWord[]): boolean;
  /** The likeliest value of this shape in the words, wherever it begins; null where there is none. */
  read(words: readonly SpelledWord[], shape: Shape): Spelled | null;
  /** The characters of a text that is spelled out from end to end and can be nothing else, else null. */
  spelledOut(text: string): string | null;
  /** Of the radio alphabet, lower case. */
  radioWords: readonly string[];
  radioWordPattern: string;
  /** A sign that is said as a word between the characters of a code: "dash". */
  signPattern: string;
}

export interface AnswerPart {
  /** Without dates and sums of money, which look like numbers and codes. */
  text: string;
  /** As it was said. */
  said: string;
  /** Where it begins in the answer, in UTF-16 units. */
  start: number;
}

/** Lower case, word by word. */
export interface Names {
  given: ReadonlySet<string>;
  /** Family names that are also words: behind a given name they are a name. */
  family: ReadonlySet<string>;
  /** A given name that is also a word or a place. */
  isDoubtful(word: string): boolean;
  /** A given name that is a verb behind this word: "a colleague will read it", "ask for will read" not. */
  isVerbBehind(before: string, word: string): boolean;
  /** A proper name that is nobody's: of a country, a city, a day, a make. */
  isPlaceOrMake(word: string): boolean;
}

/** Words beside which a proper name is a person's, whoever's it is; lower case. */
export interface People {
  /** "her brother Xalo", "producer Xalo". */
  personNouns: ReadonlySet<string>;
  /** "said Xalo", "Xalo says". */
  speechVerbs: ReadonlySet<string>;
  /** "a man named Xalo". */
  namingVerbs: ReadonlySet<string>;
  /** "Xalo's daughter", "Xalo's account". */
  ownedThings: ReadonlySet<string>;
  /** What makes a proper name a firm's. */
  firmWords: ReadonlySet<string>;
}

/** Words that tell which rules for personal data can match at all (see `redact/signals.ts`): lower case, blanks between. */
export interface SignWords {
  digits: string;
  /** Of more than nine. */
  numbers: string;
  ordinals: string;
  /** Stand within a row of spelled characters without being one: "for", "double". */
  withinSpelling: string;
  months: string;
  /** "name", "surname". */
  names: string;
  /** "speaking", "calling". */
  talk: string;
  /** "mr", "dr". */
  titles: string;
  /** "I'm", "is": a name may follow. */
  introductions: string;
  /** "this", "it": what "here" and "speaking" refer to. */
  subjects: string;
  greetings: string;
  /** Of an e-mail address. */
  dot: string;
  at: string;
  call: string;
  here: string;
  radio: string;
}
