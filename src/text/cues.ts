/** Finds which of several lists of phrases a text has one of, in a time that does not grow with the lists. */
const word = /[\p{L}\p{N}]+(?:['’][\p{L}]+)*/gu;

const wordsOf = (text: string): string[] =>
  text.toLowerCase().replace(/['’]/g, '').match(word) ?? [];

/** The labels of the lists of which a phrase stands in the text, whole words, whatever lies between them. */
export function createCues(
  lists: readonly (readonly [label: string, phrases: readonly string[]])[],
): (text: string) => string[] {
  const byFirst = new Map<string, { label: string; words: string[] }[]>();
  for (const [label, phrases] of lists)
    for (const phrase of phrases) {
      const words = wordsOf(phrase);
      const [first] = words;
      if (first !== undefined)
        byFirst.set(first, [...(byFirst.get(first) ?? []), { label, words }]);
    }
  return (text) => {
    const words = wordsOf(text);
    const found = new Set<string>();
    words.forEach((first, at) => {
      for (const phrase of byFirst.get(first) ?? [])
        if (phrase.words.every((one, i) => words[at + i] === one)) found.add(phrase.label);
    });
    return lists.flatMap(([label]) => (found.has(label) ? [label] : []));
  };
}
