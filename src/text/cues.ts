/** Finds which of several lists of phrases a text has one of, in a time that does not grow with the lists. */
import { createPhrasebook } from './phrasebook.js';

const word = /[\p{L}\p{N}]+(?:['’][\p{L}]+)*/gu;

const wordsOf = (text: string): string[] =>
  text.toLowerCase().replace(/['’]/g, '').match(word) ?? [];

/** The labels of the lists of which a phrase stands in the text, whole words, whatever lies between them. */
export function createCues(
  lists: readonly (readonly [label: string, phrases: readonly string[]])[],
): (text: string) => string[] {
  const phrasesIn = createPhrasebook(
    lists.flatMap(([label, phrases]) => phrases.map((phrase) => [wordsOf(phrase), label] as const)),
  );
  return (text) => {
    const found = new Set(phrasesIn(wordsOf(text)).map(({ label }) => label));
    return lists.flatMap(([label]) => (found.has(label) ? [label] : []));
  };
}
