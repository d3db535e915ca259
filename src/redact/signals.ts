/**
 * One pass over a text that tells which rules for personal data can match at all. Most turns have no sign of any, and then
 * not a single pattern is tried on them.
 */
import type { Language } from '../language/language.js';
import { onePer } from '../lib/memo.js';

/** Bits of `Signals.signs`. */
export const sign = {
  /** "@", or "at" and "dot" as words. */
  email: 1,
  /** "://". */
  link: 2,
  month: 4,
  /** A number in words, of any size. */
  numberWord: 8,
  /** "name", "surname". */
  nameWord: 16,
  callMe: 32,
  /** "speaking", "calling", "this is … here", "hi … here", "hi it's". */
  talk: 64,
  /** "I'm", "this is" or "name is" before a capital. */
  intro: 128,
  /** "Mr", "Dr". */
  title: 256,
  /** "Hi", "thanks" before a capital. */
  greeting: 512,
  /** Five capitals in a row. */
  capitals: 1024,
  /** Four single letters, radio words, digits or digit words in a row, not all of them digits. */
  spelled: 2048,
} as const;

export interface Signals {
  /** Sum of `sign`. */
  signs: number;
  digits: number;
  /** How many digits the longest number has. */
  longestNumber: number;
  /** Do a letter or "-", "/", "#" and a digit touch? */
  mixed: boolean;
  digitWords: number;
  ordinalWords: number;
  /** Words of three letters and more that begin with a capital and go on without. */
  capitals: number;
}

/** What words mean for the pass; `sign` bits lie below these. */
const digitWord = 1 << 12;
const ordinalWord = 1 << 13;
const introWord = 1 << 14;
const greetingWord = 1 << 15;
const radioWord = 1 << 16;
/** Stands within a row of spelled characters without being one: "for", "double". */
const between = 1 << 17;
const atWord = 1 << 18;
/** "this", "it": what "here" and "speaking" refer to. */
const subject = 1 << 19;
const callWord = 1 << 20;
const hereWord = 1 << 21;
const allSigns = (1 << 12) - 1;

type Meanings = ReadonlyMap<string, number>;

function meaningsOf({ signs }: Language): Meanings {
  const meanings = new Map<string, number>();
  const mean = (bits: number, words: string): void => {
    for (const word of words.split(' ')) meanings.set(word, (meanings.get(word) ?? 0) | bits);
  };
  mean(digitWord | sign.numberWord, signs.digits);
  mean(sign.numberWord, signs.numbers);
  mean(ordinalWord, signs.ordinals);
  mean(between, signs.withinSpelling);
  mean(sign.month, signs.months);
  mean(sign.nameWord, signs.names);
  mean(sign.talk, signs.talk);
  mean(sign.title, signs.titles);
  mean(introWord, signs.introductions);
  mean(subject, signs.subjects);
  mean(greetingWord, signs.greetings);
  mean(sign.email, signs.dot);
  mean(atWord, signs.at);
  mean(radioWord, signs.radio);
  mean(callWord, signs.call);
  mean(hereWord, signs.here);
  return meanings;
}

const longestWord = 13;
const least = { capitals: 5, row: 4 };
const isUpper = (code: number) => code >= 65 && code <= 90;
const isLetter = (code: number) => isUpper(code) || (code >= 97 && code <= 122);
const isDigit = (code: number) => code >= 48 && code <= 57;
const isApostrophe = (code: number) => code === 39 || code === 0x2019;
const touches = (code: number) => isLetter(code) || code === 45 || code === 47 || code === 35;
/** Beyond ASCII what stands in every other text; any other character may belong to a name or a street. */
const plain = new Set(
  Array.from('£€–—…“”‘’⟨⟩•\ufffc\u00a0', (character) => character.charCodeAt(0)),
);
const everything: Signals = {
  signs: -1,
  digits: 99,
  longestNumber: 99,
  mixed: true,
  digitWords: 99,
  ordinalWords: 99,
  capitals: 99,
};

/** Upper bounds: a sign that is there is always found, one that is found need not come to anything. */
export type SignalReader = (text: string) => Signals;

export const signalReader = onePer((language: Language): SignalReader => {
  const meanings = meaningsOf(language);
  return (text) => signalsOf(text, meanings);
});

function signalsOf(text: string, meanings: Meanings): Signals {
  const pass = new Pass(text, meanings);
  const { length } = text;
  for (let i = 0; i < length; ) {
    const code = text.charCodeAt(i);
    if (isLetter(code)) i = pass.word(i);
    else if (isDigit(code)) i = pass.number(i);
    else if (code > 127 && !plain.has(code)) return everything;
    else i = pass.separator(code, i);
  }
  return pass;
}

/** A class rather than closures, since one is made for every turn of a night. */
class Pass implements Signals {
  signs = 0;
  digits = 0;
  longestNumber = 0;
  mixed = false;
  digitWords = 0;
  ordinalWords = 0;
  capitals = 0;
  /** What the word before means; nothing where a sentence ended since. */
  private before = 0;
  private seen = 0;
  private row = 0;
  private rowHasLetter = false;

  constructor(
    private readonly text: string,
    private readonly meanings: Meanings,
  ) {}

  word(start: number): number {
    const end = this.endOfWord(start);
    const isCapital = isUpper(this.text.charCodeAt(start));
    const length = end - start;
    const meaning = length > longestWord ? 0 : this.meaningOf(start, end, isCapital);
    if (isCapital) this.capital(start, end);
    this.signs |= meaning & allSigns;
    if (meaning & digitWord) this.digitWords += 1;
    if (meaning & ordinalWord) this.ordinalWords += 1;
    if (this.before & callWord && length === 2) this.signs |= sign.callMe;
    if (meaning & hereWord && this.seen & (subject | greetingWord)) this.signs |= sign.talk;
    if (meaning & subject && this.before & greetingWord) this.signs |= sign.talk;
    if (length === 1 || meaning & radioWord) this.inRow(true);
    else if (meaning & digitWord) this.inRow(false);
    else if (!((meaning | this.before) & between)) this.row = 0;
    this.before = meaning;
    this.seen |= meaning;
    return end;
  }

  number(start: number): number {
    let end = start + 1;
    while (isDigit(this.text.charCodeAt(end))) end += 1;
    this.digits += end - start;
    if (end - start > this.longestNumber) this.longestNumber = end - start;
    this.mixed ||= touches(this.text.charCodeAt(start - 1)) || touches(this.text.charCodeAt(end));
    this.inRow(false);
    this.before = 0;
    return end;
  }

  separator(code: number, at: number): number {
    const next = this.text.charCodeAt(at + 1);
    if (code === 64) this.signs |= sign.email;
    else if (code === 47 && next === 47) this.signs |= sign.link;
    else if (code === 46 && this.seen & atWord && isLetter(next)) this.signs |= sign.email;
    else if ((code === 41 || code === 93) && this.before & atWord) this.signs |= sign.email;
    if (code === 46 || code === 33 || code === 63) this.before = 0;
    return at + 1;
  }

  private endOfWord(start: number): number {
    const { text } = this;
    let end = start + 1;
    for (;;) {
      const code = text.charCodeAt(end);
      if (!isLetter(code) && !(isApostrophe(code) && isLetter(text.charCodeAt(end + 1))))
        return end;
      end += 1;
    }
  }

  private meaningOf(start: number, end: number, isCapital: boolean): number {
    const word = this.text.slice(start, end);
    const known = this.meanings.get(word);
    if (known !== undefined || !(isCapital || /[A-Z’]/.test(word))) return known ?? 0;
    return this.meanings.get(word.toLowerCase().replace('’', "'")) ?? 0;
  }

  private capital(start: number, end: number): void {
    if (this.before & introWord) this.signs |= sign.intro;
    if (this.before & greetingWord) this.signs |= sign.greeting;
    if (end - start >= 3 && !isUpper(this.text.charCodeAt(start + 1))) this.capitals += 1;
    if (end - start >= least.capitals && /[A-Z]{5}/.test(this.text.slice(start, end)))
      this.signs |= sign.capitals;
  }

  private inRow(isLetterOrRadio: boolean): void {
    this.rowHasLetter = isLetterOrRadio || (this.row > 0 && this.rowHasLetter);
    this.row += 1;
    if (this.row >= least.row && this.rowHasLetter) this.signs |= sign.spelled;
  }
}
