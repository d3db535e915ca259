/** What customers say beside any wish, and where one thing ends and the next begins in words without signs: learned from this centre's own. */
import { remembering } from '../lib/memo.js';
import { words } from '../text/words.js';
import { createCommoner } from './commoner.js';
import { createJoints, type Joints } from './joints.js';
import { createPlaces } from './places.js';
import type { Said } from './said.js';
import { type Range, segmentsIn } from './segments.js';
import {
  fewestAlone,
  fewestKindsAlone,
  fewestKindsOfWish,
  fewestWordsOfAside,
  fewestWordsOfEnd,
  fewestWordsOfWish,
  leastShareBeside,
  mostShareOfKind,
  mostWordsOfAside,
  textsRemembered,
} from './settings.js';

export interface Asides {
  /** Whether the words stand by themselves beside wishes of many kinds, and so say nothing of any. */
  isAside(text: string): boolean;
  /**
   * Whether the words come behind several others, each of which is a wish without them, and hardly ever first or alone: people
   * begin with what they want.
   */
  isAddition(text: string): boolean;
  /** Whether somebody said these words, and nothing else that could be a wish. */
  standsAlone(text: string): boolean;
  /** Whether many more customers say the same but for a word. */
  hasCommoner(text: string): boolean;
  /** The parts of a text, parted by its signs and where words stand that elsewhere stand by themselves. */
  parts(text: string): Range[];
}

/** What else tells that words are no wish: by default nothing does. */
export interface Known {
  /** The text behind words that say nothing. */
  afterOpenings(text: string): string;
  isBeside(text: string): boolean;
  /** What this centre's own customers begin any wish with: see `Openers`. */
  openers?: { behind(text: string): string; isOne(text: string): boolean };
}

interface Count {
  total: number;
  /** Of these, beside other words. */
  beside: number;
  kinds: Map<string | null, number>;
}

const nothing: Known = { afterOpenings: (text) => text, isBeside: () => false };

export function createAsides(texts: Iterable<Said>, known = nothing): Asides {
  const { behind, isOne } = known.openers ?? { behind: known.afterOpenings, isOne: () => false };
  const all = [...texts];
  const said = all.map(({ text, intent }) => ({ text: behind(text), intent }));
  // "Sorry to be a pain" opens most turns that have it, and is an aside in the others.
  const counts = countParts(
    all.map(({ text, intent }) => ({ text: known.afterOpenings(text), intent })),
    known,
  );
  const countOf = (list: readonly string[]) => counts.get(list.join(' '));
  const aside = (list: readonly string[]): boolean => {
    const found = countOf(list);
    if (!found || found.kinds.size < fewestKindsOfWish) return false;
    // What is mostly all that is said is a wish that is filed in some ways, if not in very many.
    const isAlone = found.beside < leastShareBeside * found.total;
    if (isAlone && found.kinds.size < fewestKindsAlone) return false;
    const kinds = [...found.kinds.values()];
    return Math.max(...kinds) <= mostShareOfKind * kinds.reduce((sum, one) => sum + one, 0);
  };
  const segments = said.map(({ text }) =>
    segmentsIn(text).map((one) => keyOf(text, one, known).split(' ')),
  );
  const ends = endsIn(segments.flat());
  const alone = (list: readonly string[]) =>
    list.length >= fewestWordsOfAside &&
    ((countOf(list)?.total ?? 0) >= fewestAlone || ends.has(list.join(' ')));
  const joints = createJoints(segments);
  // Every turn is parted to see where words stand, and again each time that it is cut.
  const parts = remembering(textsRemembered, (text) =>
    segmentsIn(text).flatMap((range) => runOn(text, range, { aside, alone, joints })),
  );
  const isAside = (text: string) =>
    isOne(behind(text)) || isOne(text) || aside(bare(known.afterOpenings(text)));
  // Anger that runs on into other words without a sign may have some of the wish in it.
  const isNoWish = (text: string, { start, end }: Range) => {
    const part = text.slice(start, end);
    if (isAside(part)) return true;
    const isWhole = segmentsIn(text).some((one) => one.start === start && one.end === end);
    return isWhole && known.isBeside(part);
  };
  const keysIn = (text: string) =>
    parts(text)
      .filter((range) => !isNoWish(text, range))
      .map(({ start, end }) => bare(behind(text.slice(start, end))))
      .filter(({ length }) => length >= fewestWordsOfWish)
      .map((list) => list.join(' '));
  const places = createPlaces(said.map(({ text }) => keysIn(text)));
  const commoner = createCommoner(places.times);
  const listOf = (text: string) => bare(behind(text));
  return {
    isAside,
    isAddition: (text) => places.isAddition(listOf(text).join(' ')),
    hasCommoner: (text) => commoner.has(listOf(text)),
    standsAlone: (text) => places.standsAlone(listOf(text).join(' ')),
    parts,
  };
}

function countParts(said: Iterable<Said>, known: Known): Map<string, Count> {
  const counts = new Map<string, Count>();
  for (const { text, intent } of said) {
    const parts = segmentsIn(text);
    const keys = new Set(parts.map((one) => keyOf(text, one, known)));
    // "sorry" may open a wish, and "sorry for my English" is none.
    const whole = parts.map(({ start, end }) => bare(text.slice(start, end)).join(' '));
    for (const key of new Set([...keys, ...whole])) {
      const found = counts.get(key) ?? { total: 0, beside: 0, kinds: new Map() };
      found.total++;
      if (keys.size > 1) found.beside++;
      if (intent !== undefined) found.kinds.set(intent, (found.kinds.get(intent) ?? 0) + 1);
      counts.set(key, found);
    }
  }
  return counts;
}

/** Ends that come behind different words: what they have in common begins there. */
function endsIn(segments: readonly (readonly string[])[]): Set<string> {
  const before = new Map<string, string>();
  const ends = new Set<string>();
  for (const list of segments)
    for (let at = fewestWordsOfAside; at + fewestWordsOfEnd <= list.length; at++) {
      const key = list.slice(at).join(' ');
      const word = list[at - 1] ?? '';
      const other = before.get(key);
      if (other === undefined) before.set(key, word);
      else if (other !== word) ends.add(key);
    }
  return ends;
}

/** Any number is as good as another. */
const bare = (text: string): string[] =>
  words(text)
    .map((word) => (/\d/.test(word) ? '0' : word.replace(/['’]/g, '')))
    .filter((word, i, list) => word !== '0' || list[i - 1] !== '0');
const keyOf = (text: string, { start, end }: Range, known: Known) =>
  bare(known.afterOpenings(text.slice(start, end))).join(' ');

interface Judge {
  aside(words: readonly string[]): boolean;
  alone(words: readonly string[]): boolean;
  joints: Joints;
}

/** A part without signs, parted at the asides in it, or in two of which others say one, or part them by a sign. */
function runOn(text: string, range: Range, judge: Judge): Range[] {
  const found = placed(text, range);
  const list = found.map(({ word }) => word);
  if (list.length < 2 || judge.aside(list)) return [range];
  const cuts = asideCuts(list, judge) ?? twoCuts(list, judge);
  if (!cuts) return [range];
  const starts = [0, ...cuts].map((at) => (at === 0 ? range.start : (found[at]?.start ?? 0)));
  return starts
    .map((start, i) => ({ start, end: starts[i + 1] ?? range.end }))
    .flatMap((part) => runOn(text, part, judge));
}

/** Around the longest aside of some words; null where there is none, or nothing beside it. */
function asideCuts(list: readonly string[], { aside }: Judge): number[] | null {
  for (let size = Math.min(mostWordsOfAside, list.length - 1); size >= fewestWordsOfAside; size--)
    for (let at = 0; at + size <= list.length; at++)
      if (aside(list.slice(at, at + size)))
        return [at, at + size].filter((cut) => cut > 0 && cut < list.length);
  return null;
}

function twoCuts(list: readonly string[], { alone, joints }: Judge): number[] | null {
  for (let at = fewestWordsOfAside; at + fewestWordsOfAside <= list.length; at++) {
    const [head, tail] = [alone(list.slice(0, at)), alone(list.slice(at))];
    if (head && (tail || joints.mayPart(list, at))) return [at];
    if (tail && (joints.isRare(list, at) || joints.mayPart(list, at))) return [at];
    if (joints.isParted(list, at)) return [at];
  }
  return null;
}

/** The words of a range with the places at which they begin. */
function placed(text: string, { start, end }: Range): { word: string; start: number }[] {
  return Array.from(text.slice(start, end).matchAll(/\S+/gu), ({ 0: found, index }) => ({
    word: bare(found).join(' '),
    start: start + index,
  })).filter(({ word }) => word !== '');
}
