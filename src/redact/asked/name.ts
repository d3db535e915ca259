import type { SpelledWord } from '../../language/spelled-search.js';
import type { AskedKind, AskedValue } from '../asked-value.js';
import { firstOther } from '../personal/name.js';
import { mostNames } from '../settings.js';

const joining = new Set('de da di van von der den la le el al bin ben mc o'.split(' '));

/**
 * The name in an answer: what is left without the words around it, where that is short enough; in a longer answer only
 * what begins with capitals. A name that is spelled out counts as spelled.
 */
export const name: AskedKind = {
  id: 'name',
  mayRead: () => true,
  read({ text, words, fillers }) {
    const pieced = inPieces(words, fillers);
    if (pieced) return pieced;
    const letters = words.findIndex((_, i) => [0, 1, 2].every((next) => isLetter(words[i + next])));
    const other = words.findIndex((word) => !fillers.has(word.text));
    const first = letters < 0 ? other : other < 0 ? letters : Math.min(letters, other);
    if (first < 0) return null;
    if (letters >= 0 && letters - first <= mostNames)
      return spelledName(words.slice(first), letters - first);
    const named = namesFrom(words.slice(first), text, fillers);
    const last = named.at(-1);
    const start = named[0]?.start;
    if (!last || start === undefined) return null;
    return { start, end: last.end };
  },
};

function namesFrom(
  words: readonly SpelledWord[],
  text: string,
  fillers: ReadonlySet<string>,
): readonly SpelledWord[] {
  const raw = words.map(({ start, end }) => text.slice(start, end));
  // The first is no filler, and a first "Harding" with a capital is no verb.
  const isSurname = /^\p{Lu}.*ing$/u.test(raw[0] ?? '');
  const other = isSurname ? firstOther(['', ...raw.slice(1)]) : firstOther(raw);
  const ends = words.findIndex((word, i) => endsName(word, words[i - 1], text, fillers));
  const stop = ends < 0 || (other >= 0 && other < ends) ? other : ends;
  const kept = stop < 0 ? words : words.slice(0, stop);
  const isShort = kept.length <= mostNames && (stop < 0 || boundary(words, stop, text, fillers));
  if (isShort) return kept;
  const lower = kept.findIndex((word) => !isCapital(word, text) && !joining.has(word.text));
  return kept.slice(0, lower < 0 ? mostNames : Math.min(lower, mostNames));
}

/** A comma or a filler ends a name; a word that merely is no name says that the words before are none, either. */
function boundary(
  words: readonly SpelledWord[],
  at: number,
  text: string,
  fillers: ReadonlySet<string>,
): boolean {
  const [before, word] = [words[at - 1], words[at]];
  if (!before || !word) return false;
  return fillers.has(word.text) || /[.,;!\n]/.test(text.slice(before.end, word.start));
}

function endsName(
  word: SpelledWord,
  before: SpelledWord | undefined,
  text: string,
  fillers: ReadonlySet<string>,
): boolean {
  const isParted = before !== undefined && /[.,;!?\n]/.test(text.slice(before.end, word.start));
  return isParted || /\d/.test(word.text) || fillers.has(word.text);
}

const isCapital = (word: SpelledWord, text: string) => /^\p{Lu}/u.test(text.slice(word.start));

/** "G EO R GI n a": a name that is spelled out, as recognisers cut it up. */
function inPieces(words: readonly SpelledWord[], fillers: ReadonlySet<string>): AskedValue | null {
  const from = words.findIndex((word) => !fillers.has(word.text) || word.text.length === 1);
  const pieces = from < 0 ? [] : words.slice(from);
  const [head, tail] = [pieces[0], pieces.at(-1)];
  const single = pieces.filter((word) => isLetter(word)).length;
  if (!head || !tail || pieces.length < 4 || single < 2 || !pieces.every(isPiece)) return null;
  const capital = pieces.filter((word) => word.isCapital && word.text.length > 1).length;
  if (2 * (single + capital) < pieces.length) return null;
  return { start: head.start, end: tail.end, form: pieces.map(({ text }) => text).join('') };
}

/** "Katie Marshall m a r s h a l l": letters that are spelled out replace the words that they spell. */
function spelledName(words: readonly SpelledWord[], from: number): AskedValue | null {
  const stop = words.findIndex((word, i) => i > from && !isPiece(word));
  const [head, tail] = [words[0], words[(stop < 0 ? words.length : stop) - 1]];
  if (!head || !tail) return null;
  const said = words.slice(0, from).map(({ text }) => text);
  const letters = words.slice(from, stop < 0 ? undefined : stop).map(({ text }) => text);
  return { start: head.start, end: tail.end, form: merged(said, letters.join('')) };
}

function merged(said: readonly string[], letters: string): string {
  const last = said.at(-1);
  if (last === undefined || said.every((word) => word.length <= 2)) return said.join('') + letters;
  const isWhole = said[0]?.[0] === letters[0] && letters.length > last.length + 1;
  if (isWhole) return letters;
  return last[0] === letters[0] ? said.slice(0, -1).join('') + letters : said.join('');
}

const isLetter = (word: SpelledWord | undefined) =>
  word !== undefined && /^\p{L}$/u.test(word.text);
const isPiece = (word: SpelledWord) => /^\p{L}{1,4}$/u.test(word.text);
