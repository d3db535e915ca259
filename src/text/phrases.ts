import { escapeRegExp } from '../lib/escape-reg-exp.js';

export interface PhraseMatch {
  /** As the list has it. */
  phrase: string;
  /** UTF-16 units, end exclusive. */
  start: number;
  end: number;
}

export interface PhraseMatcher {
  test(text: string): boolean;
  find(text: string): PhraseMatch[];
}

/**
 * One regular expression for a list of phrases: whole words, any case, any white space between words, apostrophes
 * straight, curly or left out. Where several phrases fit at one place, the longest is found.
 */
export function createPhraseMatcher(phrases: readonly string[]): PhraseMatcher {
  const byKey = new Map<string, string>();
  for (const phrase of phrases) if (keyOf(phrase) !== '') byKey.set(keyOf(phrase), phrase);
  if (byKey.size === 0) return { test: () => false, find: () => [] };
  const longestFirst = [...byKey.values()].sort((a, b) => b.length - a.length);
  const source = `(?<![\\p{L}\\p{N}])(?:${longestFirst.map(patternOf).join('|')})(?![\\p{L}\\p{N}])`;
  const once = new RegExp(source, 'iu');
  const every = new RegExp(source, 'giu');
  return {
    test: (text) => once.test(text),
    find(text) {
      // Most texts have none, and a failing test is much cheaper than an iterator.
      if (!once.test(text)) return [];
      return Array.from(text.matchAll(every), (match) => ({
        phrase: byKey.get(keyOf(match[0])) ?? match[0],
        start: match.index,
        end: match.index + match[0].length,
      }));
    },
  };
}

function keyOf(phrase: string): string {
  return phrase.toLowerCase().replace(/['’‘]/g, '').trim().replace(/\s+/g, ' ');
}

function patternOf(phrase: string): string {
  return escapeRegExp(phrase.trim()).replace(/['’‘]/g, "['’‘]?").replace(/\s+/g, '\\s+');
}
