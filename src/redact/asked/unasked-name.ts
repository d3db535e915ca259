/** A short answer to a question that was not understood, of words that no dictionary has: a name, until shown otherwise. */
import type { Language } from '../../language/language.js';
import type { AskedValue } from '../asked-value.js';
import { isNoPartOfName } from '../personal/name.js';
import { longestOpenAnswer, mostUnasked } from '../settings.js';

/**
 * Two or three words side by side, none of them a word of talk, that begin with a given name or of which none is in a
 * dictionary (the last may be a family name that is a word). Words that the bot's own training data has are what its customers
 * talk about: `known`, in lower case.
 */
export function unaskedName(
  text: string,
  language: Language,
  fillers: ReadonlySet<string>,
  known: ReadonlySet<string>,
): AskedValue | null {
  const { names, isWord, isTalkWord } = language;
  if (text.length > longestOpenAnswer || /[\d?@]/.test(text)) return null;
  const words = [...text.matchAll(/\p{L}[\p{L}'’-]*/gu)].map(({ 0: raw, index }) => ({
    raw,
    lower: raw.toLowerCase().replace('’', "'"),
    start: index,
    end: index + raw.length,
  }));
  const isTalk = ({ raw, lower }: (typeof words)[number]) =>
    fillers.has(lower) || isTalkWord(lower) || isNoPartOfName(raw);
  const first = words.findIndex((word) => !isTalk(word));
  const last = words.findLastIndex((word) => !isTalk(word));
  const named = first < 0 ? [] : words.slice(first, last + 1);
  const [head, tail] = [named[0], named.at(-1)];
  if (!head || !tail || named.length < 2 || named.length > mostUnasked.words) return null;
  if (words.length - named.length > mostUnasked.around) return null;
  if (named.some((word) => isTalk(word) || word.lower.length < 2)) return null;
  if (/[^\p{L}\s'’.-]/u.test(text.slice(head.start, tail.end))) return null;
  const isStrange = ({ lower }: (typeof words)[number]) => !isWord(lower) && !known.has(lower);
  const isTold =
    named.slice(0, -1).every(isStrange) && (isStrange(tail) || names.family.has(tail.lower));
  const isNamed = names.given.has(head.lower) && (isStrange(tail) || names.family.has(tail.lower));
  return isTold || isNamed ? { start: head.start, end: tail.end } : null;
}
