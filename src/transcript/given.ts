/** Values that a sentence says itself: "are you leaving on 3 March?" suggests a date, "at 10:10 for $80" are two values. */
import type { Lexicon } from '../domain/lexicon.js';
import { createPhrasebook } from '../text/phrasebook.js';
import { type Clause, termOf, wordsOf } from './clauses.js';

/** One value, or several to choose from ("the 3rd or the 4th"). */
export interface Given {
  /** Kinds of slots that have such values; none for a bare number. */
  kinds: readonly string[];
  /** Positions of words, `to` exclusive. */
  from: number;
  to: number;
}

export type GivenReader = (clause: Clause) => Given[];

const number = /^\d/;
const alternative = 'or';
const ordinal = /^\d{1,2}(?:st|nd|rd|th)$/;

export function createGivenReader(lexicon: Lexicon): GivenReader {
  const find = createPhrasebook<string>(
    Object.entries(lexicon.slotTypes).flatMap(([kind, { values }]) =>
      values.map((value) => [wordsOf(value).map(termOf), kind] as const),
    ),
  );
  return (clause) => {
    const kindsAt = new Map<number, string[]>();
    for (const { label, from, to } of find(clause.stems))
      for (let at = from; at < to; at++) kindsAt.set(at, [...(kindsAt.get(at) ?? []), label]);
    clause.words.forEach((word, at) => {
      if (number.test(word))
        kindsAt.set(at, [...(kindsAt.get(at) ?? []), ...(ordinal.test(word) ? ['date'] : [])]);
    });
    return kindsAt.size === 0 ? [] : runsOf(kindsAt, clause.words);
  };
}

/** Neighbouring words are one value; so are alternatives. */
function runsOf(kindsAt: ReadonlyMap<number, string[]>, words: readonly string[]): Given[] {
  const runs: { kinds: string[]; from: number; to: number }[] = [];
  for (const [at, kinds] of [...kindsAt].sort(([a], [b]) => a - b)) {
    const last = runs.at(-1);
    const gap = last ? at - last.to : Number.POSITIVE_INFINITY;
    if (last && (gap === 0 || (gap === 1 && words[last.to] === alternative))) {
      last.to = at + 1;
      last.kinds.push(...kinds);
    } else runs.push({ kinds: [...kinds], from: at, to: at + 1 });
  }
  return runs;
}
