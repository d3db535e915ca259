import { stem, words } from '../text/words.js';

/** One sentence of a turn (a whole turn in a voice transcript), read once. */
export interface Clause {
  /** Lower case, apostrophes left out: "what's" and "whats" are one word. */
  words: string[];
  stems: string[];
  question: boolean;
  /** It holds a redacted value. */
  value: boolean;
  /** Words at which the next item of a list begins: "your name, postcode and date of birth". */
  breaks: number[];
}

const boundary = /(?<=[.?!;])(?:\s+|(?=\p{Lu}))|\n+/u;
const comma = /,\s+/;
const conjunctions = new Set(['and', 'or', 'plus', 'also']);

export function clausesOf(text: string): Clause[] {
  const clauses: Clause[] = [];
  for (const part of text.split(boundary)) {
    const found: string[] = [];
    const breaks: number[] = [];
    for (const item of part.split(comma)) {
      if (found.length > 0) breaks.push(found.length);
      found.push(...wordsOf(item));
    }
    if (found.length === 0) continue;
    found.forEach((word, at) => {
      if (at > 0 && conjunctions.has(word)) breaks.push(at);
    });
    clauses.push({
      words: found,
      breaks: breaks.sort((a, b) => a - b),
      stems: found.map(stem),
      question: part.includes('?'),
      value: part.includes('⟨'),
    });
  }
  return clauses;
}

/** Words as the phrase lists are matched: without apostrophes. */
export function wordsOf(text: string): string[] {
  const found = words(text);
  return text.includes("'") || text.includes('’')
    ? found.map((word) => word.replaceAll("'", ''))
    : found;
}
