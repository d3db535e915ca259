/** "Your name, postcode and date of birth": a sentence for each item of the list that a sentence asks for. */
import type { Clause } from '../transcript/clauses.js';
import type { Sentence } from './asks.js';

/** First words of the items after the first. */
export interface Lists {
  /** Only those that begin with "the", "your" or a number. */
  marked: number[];
  /** Every part between commas and conjunctions. */
  all: number[];
  /** With those that a "the" or "your" begins: speech has no commas. */
  spoken: number[];
}

/**
 * @param determiners "the", "your"
 * @param goingOn words behind which these go on with what was begun: "the number on the card"
 */
export function listsIn(
  { clause, act }: Sentence,
  determiners: ReadonlySet<string>,
  goingOn: ReadonlySet<string>,
): Lists {
  const all = [...new Set(clause.breaks)].filter((at) => at > act.from);
  const isMarked = (word = '') => determiners.has(word) || /^\d$/.test(word);
  const marked = all.filter((at) => isMarked(clause.words[at]) || isMarked(clause.words[at + 1]));
  const begun = clause.words.flatMap((word, at) => {
    const before = clause.words[at - 1];
    const isBegun = at > act.from && determiners.has(word) && before !== undefined;
    return isBegun && !goingOn.has(before) && !determiners.has(before) && !all.includes(at - 1)
      ? [at]
      : [];
  });
  return { marked, all, spoken: [...new Set([...all, ...begun])].sort((a, b) => a - b) };
}

export function itemsAt({ clause, act }: Sentence, starts: readonly number[]): Sentence[] {
  return [0, ...starts].map((from, i) => ({
    clause: part(clause, from, starts[i] ?? clause.words.length),
    act: i === 0 ? act : { ...act, from: 0 },
  }));
}

const part = (clause: Clause, from: number, to: number): Clause => ({
  ...clause,
  words: clause.words.slice(from, to),
  stems: clause.stems.slice(from, to),
  valuesAt: [],
  breaks: [],
});
