/** How letters and digits are spelled in English. */
import type { Spelling } from '../language.js';
import { readSpelled, type SpelledWord, type Step, spelledThrough } from '../spelled-search.js';
import {
  radioWordPattern,
  radioWords,
  readingsOf,
  repeatWords,
  tensWords,
} from './spelling-words.js';

const word = /x-ray|double[- ](?:u|you)(?![\p{L}\p{N}])|[\p{L}\p{N}]+(?:['’]\p{L}+)*/giu;

function spelledWords(text: string): SpelledWord[] {
  return Array.from(text.matchAll(word), ({ 0: found, index }) => ({
    text: found.toLowerCase().replace(/[- ]/g, ''),
    start: index,
    end: index + found.length,
    isCapital: /^\p{Lu}+$/u.test(found),
  }));
}

/** Signs within a code that are said as words. */
const signsSaid = ['dash', 'hyphen', 'stroke', 'slash'];
const skipped = new Set([
  ...signsSaid,
  ...'space then um uh er erm and capital upper lower case letter number digit comma'.split(' '),
]);
const skipCost = 0.1;
function stepsAt(words: readonly SpelledWord[], at: number): Step[] {
  const here = words[at];
  if (!here) return [];
  const next = words[at + 1];
  if (isPronoun(here, next)) return [];
  const steps = [...explained(words, at), ...single(here)];
  const times = repeatWords[here.text];
  if (next && times !== undefined)
    for (const step of single(next))
      if (step.characters.length === 1)
        steps.push({ ...step, characters: step.characters.repeat(times), used: 2 });
  const ten = tensWords[here.text];
  if (next && ten !== undefined)
    for (const { characters, cost } of single(next))
      if (/^[1-9]$/.test(characters)) steps.push({ characters: ten + characters, cost, used: 2 });
  if (skipped.has(here.text)) steps.push({ characters: '', cost: skipCost, used: 1 });
  return steps;
}

/** "4821 I think" ends before the "I". */
const isPronoun = ({ text }: SpelledWord, next: SpelledWord | undefined) =>
  text === 'i' && next !== undefined && /^[a-z]{3,}$/.test(next.text) && !isSpelling(next.text);
const isSpelling = (text: string) => readingsOf(text).length > 0 || text in repeatWords;

function single({ text, isCapital }: SpelledWord): Step[] {
  const steps: Step[] = readingsOf(text).map((reading) => ({ ...reading, used: 1 }));
  const isMixed = /^[a-z\d]+$/.test(text) && /\d/.test(text);
  if (text.length > 1 && (isMixed || (isCapital && text.length <= 4)))
    steps.push({ characters: text, cost: 0, used: 1 });
  else if (/^[a-z]{2,3}$/.test(text))
    steps.push({ characters: text, cost: text.length - 1, used: 1 });
  return steps;
}

const forWord = /^(?:for|four|4|like|in)$/;

/** "T for Tommy", "T as in Tommy". The word that explains is clearer than the letter that it explains. */
function explained(words: readonly SpelledWord[], at: number): Step[] {
  const letter = words[at]?.text ?? '';
  const between = words[at + 1]?.text === 'as' ? 2 : 1;
  const word = words[at + between + 1]?.text ?? '';
  if (!forWord.test(words[at + between]?.text ?? '') || !/^[a-z]{3,}$/.test(word)) return [];
  // "two four seven" explains nothing.
  if (readingsOf(word).some(({ characters }) => /\d/.test(characters))) return [];
  const initial = word.slice(0, 1);
  const fits = readingsOf(letter).some(({ characters }) => characters === initial);
  if (letter.length > 3) return [];
  const isSaid = /^(?:for|as|like)$/.test(words[at + 1]?.text ?? '');
  return [{ characters: initial, cost: (fits ? 0 : 1.5) + (isSaid ? 0 : 0.5), used: between + 2 }];
}

const oneLetterWords = new Set(['a', 'i']);
/** Words between two letters of one code: as many as a code of ten characters has inside. */
const mostBetween = 8;
/** Signs and words of one letter between such a word and what is spelled: "a dash a dash five". */
const mostSkipped = 3;

/** The letters of a code have its figures, in words, between them: "k b five zero dash h two". */
function hasLetters(words: readonly SpelledWord[]): boolean {
  let before = Number.NEGATIVE_INFINITY;
  for (let at = 0; at < words.length; at++) {
    if (!isSpelledLetter(words, at)) continue;
    if (at - before - 1 <= mostBetween) return true;
    before = at;
  }
  return false;
}

/** "I" and "a" are words unless another letter or a figure is beside them ("a dash five"), or a word explains them. */
function isSpelledLetter(words: readonly SpelledWord[], at: number): boolean {
  const text = words[at]?.text ?? '';
  if (!/^[a-z]$/.test(text)) return false;
  if (!oneLetterWords.has(text)) return true;
  return (
    explained(words, at).some(({ cost }) => cost === 0) ||
    [-1, 1].some((step) => isPlainItem(besideOf(words, at, step)))
  );
}

/** The next word but for those that say signs, or are such words themselves: "Do I? A form came" spells nothing. */
function besideOf(words: readonly SpelledWord[], at: number, step: number): string {
  for (let skipped = 0; skipped <= mostSkipped; skipped++) {
    const next = words[at + (skipped + 1) * step]?.text ?? '';
    if (!signsSaid.includes(next) && !oneLetterWords.has(next)) return next;
  }
  return '';
}

const isPlainItem = (text: string) => readingsOf(text).some(({ cost }) => cost === 0);

/** See `spelledThrough`. */
function spelledOut(text: string): string | null {
  // Most texts are told apart by their first word.
  const first = /^\P{L}*(\p{L}+)/u.exec(text)?.[1] ?? '';
  if (first.length > 1 && !mayStart(first)) return null;
  const words = spelledWords(text);
  const isWithin = (at: number) => at > 0 && at < words.length - 1;
  const spelled = words.filter((word, at) => !isWithin(at) || !signsSaid.includes(word.text));
  return spelledThrough(spelled, stepsAt);
}

const mayStart = (word: string) =>
  readingsOf(word).some(({ cost }) => cost === 0) || word in repeatWords || word === 'x';

export const spelling: Spelling = {
  words: spelledWords,
  hasLetters,
  read: (words, shape) => readSpelled(words, shape, stepsAt),
  spelledOut,
  radioWords,
  radioWordPattern,
  signPattern: `(?:${signsSaid.join('|')})`,
};
