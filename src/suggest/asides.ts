/** What customers say beside any wish, and where one thing ends and the next begins in words without signs: learned from this centre's own. */
import { words } from '../text/words.js';
import { type Range, segmentsIn } from './segments.js';
import {
  fewestAlone,
  fewestKindsOfWish,
  fewestWordsOfAside,
  mostShareOfKind,
  mostWordsOfAside,
} from './settings.js';

/** What somebody said, with the intent that it was for (null for none of the bot's). */
export interface Said {
  text: string;
  intent: string | null;
}

export interface Asides {
  /** Whether the words stand by themselves beside wishes of many kinds, and so say nothing of any. */
  isAside(text: string): boolean;
  /** The parts of a text, parted by its signs and where words stand that elsewhere stand by themselves. */
  parts(text: string): Range[];
}

interface Count {
  total: number;
  kinds: Map<string | null, number>;
}

export function createAsides(said: Iterable<Said>): Asides {
  const counts = countParts(said);
  const countOf = (list: readonly string[]) => counts.get(list.join(' '));
  const aside = (list: readonly string[]): boolean => {
    const found = countOf(list);
    if (!found || found.kinds.size < fewestKindsOfWish) return false;
    return Math.max(...found.kinds.values()) <= mostShareOfKind * found.total;
  };
  const alone = (list: readonly string[]) =>
    list.length >= fewestWordsOfAside && (countOf(list)?.total ?? 0) >= fewestAlone;
  return {
    isAside: (text) => aside(bare(text)),
    parts: (text) => segmentsIn(text).flatMap((range) => runOn(text, range, { aside, alone })),
  };
}

function countParts(said: Iterable<Said>): Map<string, Count> {
  const counts = new Map<string, Count>();
  for (const { text, intent } of said)
    for (const key of new Set(segmentsIn(text).map((one) => keyOf(text, one)))) {
      const found = counts.get(key) ?? { total: 0, kinds: new Map() };
      found.total++;
      found.kinds.set(intent, (found.kinds.get(intent) ?? 0) + 1);
      counts.set(key, found);
    }
  return counts;
}

const bare = (text: string): string[] => words(text).map((word) => word.replace(/['’]/g, ''));
const keyOf = (text: string, { start, end }: Range) => bare(text.slice(start, end)).join(' ');

interface Judge {
  aside(words: readonly string[]): boolean;
  alone(words: readonly string[]): boolean;
}

/** A part without signs, parted at the asides in it, or in two that both stand by themselves elsewhere. */
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

function twoCuts(list: readonly string[], { alone }: Judge): number[] | null {
  for (let at = fewestWordsOfAside; at + fewestWordsOfAside <= list.length; at++)
    if (alone(list.slice(0, at)) && alone(list.slice(at))) return [at];
  return null;
}

/** The words of a range with the places at which they begin. */
function placed(text: string, { start, end }: Range): { word: string; start: number }[] {
  return Array.from(text.slice(start, end).matchAll(/\S+/gu), ({ 0: found, index }) => ({
    word: bare(found).join(' '),
    start: start + index,
  })).filter(({ word }) => word !== '');
}
