import { nameWords } from '../domain/name-words.js';
import { tokensIn } from '../text/tokens.js';
import { stem, words } from '../text/words.js';

/** One sentence of a turn (a whole turn in a voice transcript), read once. */
export interface Clause {
  /** Lower case, apostrophes left out: "what's" and "whats" are one word. */
  words: string[];
  stems: string[];
  question: boolean;
  /** Where a redacted value stands: the word that follows it. */
  valuesAt: number[];
  /** Words at which the next item of a list begins: "your name, postcode and date of birth". */
  breaks: number[];
}

const boundary = /(?<=[.?!;])(?:\s+|(?=\p{Lu}))|\n+/u;
/** "dob + zip", "name & address" list as commas do. */
const comma = /,\s+|\s+[+&/|]\s+/;
export const conjunctions: ReadonlySet<string> = new Set(['and', 'or', 'plus', 'also']);
/** "Your name along with your postcode": the second word of each begins the item. */
const twoWordConjunctions: ReadonlySet<string> = new Set([
  'along with',
  'together with',
  'well as',
]);
const isSecondOfTwo = (words: readonly string[], at: number) =>
  twoWordConjunctions.has(`${words[at - 1]} ${words[at]}`);

/** "1. your name 2. the date", "(a) ... (b) ...": the point behind a number ends no sentence. */
const numbering = /(?<=^|[\s:,;])\(?([1-9]|[a-i])[.)]\s+(?=\p{L})/giu;

export function clausesOf(text: string): Clause[] {
  const clauses: Clause[] = [];
  for (const part of withPlainNumbers(text).split(boundary)) {
    const found: string[] = [];
    const breaks: number[] = [];
    for (const item of part.split(comma)) {
      if (found.length > 0) breaks.push(found.length);
      found.push(...wordsOf(item));
    }
    if (found.length === 0) continue;
    found.forEach((word, at) => {
      if (at > 0 && (conjunctions.has(word) || isSecondOfTwo(found, at))) breaks.push(at);
    });
    clauses.push({
      words: found,
      breaks: breaks.sort((a, b) => a - b),
      stems: found.map(termOf),
      question: part.includes('?'),
      valuesAt: tokensIn(part).map(({ start }) => wordsOf(part.slice(0, start)).length),
    });
  }
  return clauses;
}

/** The same with the sign before it, which ends no sentence either: "(a) the date; (b) the sum". */
const numbered = new RegExp(`[;,]?\\s*${numbering.source}`, numbering.flags);

/** Numbered items as "1 your name, 2 the date"; a text with fewer than two that follow each other as it is. */
function withPlainNumbers(text: string): string {
  const numbers = Array.from(text.matchAll(numbering), ([, mark = '']) => numberOf(mark));
  if (numbers.length < 2 || numbers.some((n, i) => n !== i + 1)) return text;
  return text.replace(numbered, (_, mark: string) =>
    numberOf(mark) === 1 ? ' 1 ' : `, ${numberOf(mark)} `,
  );
}

/** 2 for "2" and "b". */
const numberOf = (mark: string): number =>
  Number(mark) || 'abcdefghi'.indexOf(mark.toLowerCase()) + 1;

/** Part of a clause, by words; the mark at its end holds for all of it. */
export function sliceClause(clause: Clause, from: number, to: number): Clause {
  const within = (positions: readonly number[], first: number) =>
    positions.filter((at) => at >= first && at < to).map((at) => at - from);
  const isLast = to === clause.words.length;
  return {
    words: clause.words.slice(from, to),
    stems: clause.stems.slice(from, to),
    question: clause.question,
    breaks: within(clause.breaks, from + 1),
    valuesAt: clause.valuesAt
      .filter((at) => at >= from && (isLast || at < to))
      .map((at) => at - from),
  };
}

/** The word's stem, but those who do a thing are not the thing: a question about travel is not about travellers, nor an occupation about an occupant. */
export function termOf(word: string): string {
  const one = stem(word);
  const doer = /(er|ant)s?$/.exec(word);
  if (!doer?.[1] || one.endsWith(doer[1])) return one;
  return doer[1] === 'ant' || word.endsWith('s') ? `${one}${doer[1]}` : one;
}

/** Words as the phrase lists are matched: without apostrophes. */
export function wordsOf(text: string): string[] {
  const found = words(text);
  return text.includes("'") || text.includes('’')
    ? found.map((word) => word.replaceAll("'", ''))
    : found;
}

/** "dateOfBirth", "date_of_birth" and "date-of-birth" as words. */
export function splitName(name: string): string[] {
  return wordsOf(nameWords(name));
}
