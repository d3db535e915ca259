/** What the rooms ask of a language. One folder fulfils it (`en/`); `languages.ts` has the list. Texts are lower case where it says so. */
import type { Lexicon } from '../domain/lexicon.js';

export interface Language {
  /** ISO 639, as in `config/lexicon.<code>.yaml`. */
  code: string;
  numbers: Numbers;
  dates: Dates;
  sums: Sums;
  /** Units that are counted, lower case: "rental days" is how many, "rental day" is which. */
  countedUnits: ReadonlySet<string>;
  /** Judges texts from -1 (furious) to 1 (delighted); 0 where nothing speaks. */
  createSentiment(lexicon: Pick<Lexicon, 'anger' | 'negations'>): (text: string) => number;
  /** An agent speaks of himself, or of what was done for one customer: nothing that a bot could say to the next one. */
  tellsOwnDeed(text: string): boolean;
}

export interface Numbers {
  /** Lower-case text with every number in words as digits: "twenty five" is "25", "the fifth" is "the 5th". */
  toDigits(text: string): string;
}

export interface Dates {
  /** The patterns by which dates may stand in this text; `form` says whether a match is one. */
  patternsIn(text: string): readonly RegExp[];
  /** `1985-03-05`, `--03-05` without a year, `1985-03-05T14:30`; null for what is no date. @param region ISO 3166 */
  form(text: string, region: string): string | null;
}

/** Sums of money, as global patterns. */
export interface Sums {
  /** "£25.50", "25 pounds 50", "25.50". */
  any: RegExp;
  /** Whole and parts, told in two numbers: "64 pounds and 17 pence". */
  inTwoNumbers: RegExp;
}
