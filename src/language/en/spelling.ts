/** Reads letters and digits that are spelled out, spoken or typed, as far as they make up a value of a known shape. */
import { readingsOf, repeatWords, tensWords } from './spelling-words.js';

export interface SpelledWord {
  /** Lower case. */
  text: string;
  /** UTF-16 units, end exclusive. */
  start: number;
  end: number;
  isCapital: boolean;
}

/** What values of a kind look like, letters in lower case. */
export interface Shape {
  /** May a value begin so? Without it every reading of every word would be tried. */
  mayBegin(characters: string): boolean;
  isWhole(characters: string): boolean;
  /** The highest cost of a reading; the less the shape says, the lower it must be. */
  mostDoubt: number;
}

export interface Spelled {
  characters: string;
  start: number;
  end: number;
  cost: number;
}

const word = /x-ray|double[- ](?:u|you)(?![\p{L}\p{N}])|[\p{L}\p{N}]+(?:['’]\p{L}+)*/giu;

export function spelledWords(text: string): SpelledWord[] {
  return Array.from(text.matchAll(word), ({ 0: found, index }) => ({
    text: found.toLowerCase().replace(/[- ]/g, ''),
    start: index,
    end: index + found.length,
    isCapital: /^\p{Lu}+$/u.test(found),
  }));
}

const skipped = new Set(
  'space then um uh er erm dash hyphen stroke slash and capital upper lower case letter number digit comma'.split(
    ' ',
  ),
);
const skipCost = 0.1;
/** A word that is neither read nor skipped speaks against the whole reading. */
const leftOverCost = 0.5;
/** Long rows of ambiguous words have too many readings to try them all. */
const mostSteps = 3000;
interface Step {
  characters: string;
  cost: number;
  used: number;
}

/** The likeliest value of this shape in the words, wherever it begins; null where there is none. */
export function readSpelled(words: readonly SpelledWord[], shape: Shape): Spelled | null {
  const search: Search = { words, shape, stepsLeft: mostSteps, best: null };
  for (let from = 0; from < words.length; from++) follow(search, from, from, '', 0);
  const best: Found | null = search.best;
  if (best === null) return null;
  const start = words[best.from]?.start ?? 0;
  return {
    characters: best.characters,
    cost: best.cost,
    start,
    end: words[best.to - 1]?.end ?? start,
  };
}

interface Found {
  characters: string;
  cost: number;
  from: number;
  to: number;
}
interface Search {
  words: readonly SpelledWord[];
  shape: Shape;
  stepsLeft: number;
  best: Found | null;
}

function follow(
  search: Search,
  from: number,
  at: number,
  characters: string,
  cost: number,
  said = 0,
): void {
  const { words, shape, best } = search;
  search.stepsLeft -= 1;
  if (search.stepsLeft < 0) return;
  // A value does not end in a word that is only said beside it.
  const isSaid = characters.length > said;
  if (isSaid && shape.isWhole(characters)) {
    const leftOver = cost + leftOverCost * (words.length - (at - from));
    if (best === null || leftOver < best.cost)
      search.best = { characters, cost: leftOver, from, to: at };
  }
  for (const step of stepsAt(words, at)) {
    if (step.characters === '' && at === from) continue;
    const longer = characters + step.characters;
    if (cost + step.cost <= shape.mostDoubt && shape.mayBegin(longer))
      follow(search, from, at + step.used, longer, cost + step.cost, characters.length);
  }
}

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

/**
 * The characters of a text that is spelled out from end to end and can be nothing else: at least three of them, with a word of
 * the radio alphabet, a repetition or an explanation among them. null for any other text.
 */
export function spelledOut(text: string): string | null {
  // Most texts are told apart by their first word.
  const first = /^\P{L}*(\p{L}+)/u.exec(text)?.[1] ?? '';
  if (first.length > 1 && !mayStart(first)) return null;
  const words = spelledWords(text);
  if (words.length < 2 || words.length > mostSpelled) return null;
  let characters = '';
  let isWorded = false;
  for (let at = 0; at < words.length; ) {
    const steps = stepsAt(words, at).filter(
      ({ cost, characters }) => cost === 0 && characters !== '',
    );
    const step = steps.reduce((best, one) => (one.used > best.used ? one : best), nowhere);
    if (step.used === 0) return null;
    isWorded ||= (words[at]?.text.length ?? 0) > 1 && !/\d/.test(words[at]?.text ?? '');
    characters += step.characters;
    at += step.used;
  }
  return isWorded && characters.length >= 3 ? characters : null;
}

const mostSpelled = 40;
const mayStart = (word: string) =>
  readingsOf(word).some(({ cost }) => cost === 0) || word in repeatWords || word === 'x';
const nowhere: Step = { characters: '', cost: 0, used: 0 };
