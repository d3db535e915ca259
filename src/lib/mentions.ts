/** Whether a text holds a word as a word of its own: `c-1` is not in `c-12`. */
export const mentions = (text: string, word: string): boolean => placesOf(word, text).length > 0;

/** The text with zeros in place of the word, as many as it has characters, so that places behind it stay right. */
export function maskMentions(text: string, word: string): string {
  let masked = text;
  for (const at of placesOf(word, text))
    masked = `${masked.slice(0, at)}${'0'.repeat(word.length)}${masked.slice(at + word.length)}`;
  return masked;
}

function placesOf(word: string, text: string): number[] {
  const places: number[] = [];
  for (let at = text.indexOf(word); at !== -1; at = text.indexOf(word, at + 1)) {
    const before = text[at - 1] ?? ' ';
    const after = text[at + word.length] ?? ' ';
    if (!inWord.test(before) && !inWord.test(after)) places.push(at);
  }
  return places;
}
const inWord = /[\p{L}\p{N}_-]/u;
