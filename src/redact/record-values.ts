/** Personal values of one record: what is hidden in one turn is hidden wherever it comes again, whoever says it. */
import type { Language } from '../language/language.js';
import type { PersonalValue } from './personal-rule.js';
import { leastRepeated, mostValuesOfRecord } from './settings.js';

export interface RecordValues {
  /** @param words as they were written. */
  add(kind: string, words: string): void;
  /** Where the values stand in a text, as words of their own, whatever their case. */
  placesIn(text: string): PersonalValue[];
}

export function createRecordValues(language: Language): RecordValues {
  const values = new Map<string, string>();
  return {
    add(kind, words) {
      const lower = words.trim().toLowerCase();
      if (values.size < mostValuesOfRecord && isTelling(kind, lower, language))
        values.set(lower, kind);
    },
    placesIn(text) {
      if (values.size === 0) return [];
      const lower = text.toLowerCase();
      // Lower case of some letters is longer; places would be wrong.
      if (lower.length !== text.length) return [];
      return [...values].flatMap(([words, kind]) => placesOf(words, kind, lower));
    },
  };
}

/** Short numbers and ordinary words come again by chance. */
function isTelling(kind: string, lower: string, { isWord }: Language): boolean {
  if (/\d/.test(lower)) return lower.replace(/[^\p{L}\p{N}]/gu, '').length >= leastRepeated.code;
  const words = lower.split(/\s+/);
  if (words.length > 1) return kind === 'name' || kind === 'email' || words.length > 2;
  return lower.length >= leastRepeated.word && !isWord(lower);
}

function placesOf(words: string, kind: string, lower: string): PersonalValue[] {
  const found: PersonalValue[] = [];
  for (let at = lower.indexOf(words); at >= 0; at = lower.indexOf(words, at + words.length)) {
    const around = `${lower[at - 1] ?? ' '}${lower[at + words.length] ?? ' '}`;
    if (!/[\p{L}\p{N}]/u.test(around)) found.push({ kind, start: at, end: at + words.length });
  }
  return found;
}
