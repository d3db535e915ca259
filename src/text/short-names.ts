/** Names of a definition's slots are often cut short: `final_dt`, `pay_amt`, `qty`. */
import type { Lexicon } from '../domain/lexicon.js';

const vowel = /[aeiou]/;
const isLetters = /^\p{Ll}{2,}$/u;
const consonantsOf = (word: string) => word.slice(0, 1) + word.slice(1).replace(/[aeiou]/g, '');
/** "address" is "addrs". */
const skeleton = (word: string) => consonantsOf(word).replace(/(.)\1/g, '$1');
/** Consonants that a short form may leave out. */
const mostLeftOut = 1;

/** Without vowels, but for a first one: nobody writes a word so, only its short form. */
const isShort = (word: string): boolean => isLetters.test(word) && !vowel.test(word.slice(1));

/** Whether a word has all these letters in their order, others between them or not. */
export function hasInOrder(word: string, letters: string): boolean {
  let at = 0;
  for (const letter of word) if (letter === letters[at]) at += 1;
  return at === letters.length;
}

/** Consonants that a short form leaves out of a word; null where it is no short form of the word. One of two letters may leave out none. */
function leftOut(short: string, word: string): number | null {
  if (short.length >= word.length) return null;
  if (short.length === 2) return short === consonantsOf(word) ? 0 : null;
  const [own, full] = [skeleton(short), skeleton(word)];
  if (own[0] !== full[0]) return null;
  if (!hasInOrder(full, own)) return null;
  const isEnded = own.at(-1) === full.at(-1) || word.startsWith(short);
  const missing = full.length - own.length;
  return isEnded && missing <= mostLeftOut ? missing : null;
}

/**
 * Writes words in full: `dt` is "date" and `amt` "amount", the first letter and consonants in their order. A word of which none
 * or several are as near stays as it is.
 *
 * @param words those that may be cut short, each as often as it is known for something: the commoner one is meant
 */
export function createFullNames(words: readonly string[]): (word: string) => string {
  const uses = new Map<string, number>();
  for (const word of words) uses.set(word, (uses.get(word) ?? 0) + 1);
  return (word) => {
    if (!isShort(word) || uses.has(word)) return word;
    const found = [...uses].flatMap(([name, n]) => {
      const missing = leftOut(word, name);
      return missing === null ? [] : [{ name, missing, n }];
    });
    const [best, second] = found.sort((a, b) => a.missing - b.missing || b.n - a.n);
    const isTie = best && second?.missing === best.missing && second.n === best.n;
    return best && !isTie ? best.name : word;
  };
}

/** The same by the names of the kinds of slot that many businesses have. */
export const createKindNames = ({ slotTypes }: Pick<Lexicon, 'slotTypes'>) =>
  createFullNames(
    Object.values(slotTypes).flatMap(({ names }) => names.filter((name) => !name.includes(' '))),
  );
