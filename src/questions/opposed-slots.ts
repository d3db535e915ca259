/**
 * Of two slots that are each other's opposite, an origin and a destination, the one whose side a question names is meant. Their
 * answers are alike, so where only the one is in a form, the form would draw the questions for the other to it.
 */
import type { DefinedSlot } from '../domain/conversation.js';
import type { Lexicon } from '../domain/lexicon.js';
import { termOf, wordsOf } from '../transcript/clauses.js';
import { shortestSide } from './settings.js';
import { createProfiler, type SlotProfile } from './slot-profile.js';

/** What names a slot's side, and what names the other: words and pairs of words, stemmed. */
export interface Sides {
  own: ReadonlySet<string>;
  other: ReadonlySet<string>;
}

/** Those of them that have an opposite among the slots. */
export function sidesOf(slots: readonly DefinedSlot[], lexicon: Lexicon): Map<string, Sides> {
  const profile = createProfiler(lexicon);
  const profiles = slots.map(profile);
  const stop = new Set(lexicon.stopWords.flatMap(wordsOf));
  const saidOf = (kind: string): Set<string> => {
    const { names = [], asks = [] } = lexicon.slotTypes[kind] ?? {};
    const phrases = [...names, ...asks].map(wordsOf).filter(({ length }) => length <= 2);
    // "To" and "from" say nothing alone ("I'd like to ask from which"), nor does "going".
    const telling = phrases.filter(
      (words) =>
        words.map(termOf).join('').length >= shortestSide && !words.every((word) => stop.has(word)),
    );
    return new Set(telling.map((words) => words.map(termOf).join(' ')));
  };
  const pairs = lexicon.opposedKinds.flatMap(([a, b]) => [[a, b] as const, [b, a] as const]);
  return new Map(
    pairs.flatMap(([kind, opposite]) => {
      const sides = { own: saidOf(kind), other: saidOf(opposite) };
      const of = (one: string, not: string) =>
        profiles.filter(({ kinds }) => kinds.has(one) && !kinds.has(not));
      const others = new Set(of(opposite, kind).map((other) => restOf(other, opposite)));
      return of(kind, opposite)
        .filter((its) => others.has(restOf(its, kind)))
        .map(({ name }) => [name, sides] as const);
    }),
  );
}

/** What a name says beside its side, and of what type its values are: "date" of "pickup date" and "return date". */
const restOf = ({ parts, types }: SlotProfile, side: string): string =>
  [...parts.flatMap(({ stem, kinds }) => (kinds.includes(side) ? [] : stem)), ...types].join(' ');

/** The words name the other side, and not the slot's own. */
export const isOfOtherSide = ({ own, other }: Sides, words: readonly string[]): boolean =>
  words.some((word) => other.has(word)) && !words.some((word) => own.has(word));
