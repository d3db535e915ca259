/**
 * Reads letters and digits that are spelled out, spoken or typed, as far as they make up a value of a known shape. What a word
 * may stand for is the language's (`StepsAt`).
 */

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

/** A word that is neither read nor skipped speaks against the whole reading. */
const leftOverCost = 0.5;
/** Long rows of ambiguous words have too many readings to try them all. */
const mostSteps = 3000;
/** What one word, or the words from one on, may stand for. */
export interface Step {
  characters: string;
  /** 0 where nothing else can be meant; the higher, the likelier another word. */
  cost: number;
  /** How many words it takes. */
  used: number;
}

export type StepsAt = (words: readonly SpelledWord[], at: number) => readonly Step[];

/** The likeliest value of this shape in the words, wherever it begins; null where there is none. */
export function readSpelled(
  words: readonly SpelledWord[],
  shape: Shape,
  stepsAt: StepsAt,
): Spelled | null {
  // Each word is come to from every word before it.
  const steps: (readonly Step[] | undefined)[] = [];
  const known: StepsAt = (all, at) => {
    const own = steps[at] ?? stepsAt(all, at);
    steps[at] = own;
    return own;
  };
  const search: Search = { words, shape, stepsAt: known, stepsLeft: mostSteps, best: null };
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
  stepsAt: StepsAt;
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
  const { words, shape, stepsAt, best } = search;
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

const mostSpelled = 40;
const nowhere: Step = { characters: '', cost: 0, used: 0 };

/**
 * The characters of words that are spelled out from end to end and can be nothing else: at least three of them, with a word of
 * the radio alphabet, a repetition or an explanation among them. null for any other words.
 */
export function spelledThrough(words: readonly SpelledWord[], stepsAt: StepsAt): string | null {
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
