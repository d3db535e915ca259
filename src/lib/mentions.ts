/** Whether a text holds a word as a word of its own: `c-1` is not in `c-12`. */
export function mentions(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at !== -1; at = text.indexOf(word, at + 1)) {
    const before = text[at - 1] ?? ' ';
    const after = text[at + word.length] ?? ' ';
    if (!inWord.test(before) && !inWord.test(after)) return true;
  }
  return false;
}
const inWord = /[\p{L}\p{N}_-]/u;
