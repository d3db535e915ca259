/** Names of people in running text, by the given name: nothing around it need say that it is one. */
import type { Language } from '../../language/language.js';
import type { PersonalRule, PersonalValue } from '../personal-rule.js';
import { shortestGivenName } from '../settings.js';
import { isNoPartOfName } from './name.js';
import { bare, type NameWord, nameWordsOf } from './name-words.js';

const word = /\p{L}[\p{L}'’-]*/gu;

export const person: PersonalRule = {
  id: 'person',
  needs: () => true,
  hint: /\p{L}{2}/u,
  find({ text, language }) {
    const found: PersonalValue[] = [];
    let words: NameWord[] | null = null;
    let at = 0;
    word.lastIndex = 0;
    for (let match = word.exec(text); match !== null; match = word.exec(text)) {
      if (
        match[0].length < shortestGivenName ||
        !language.names.given.has(bare(match[0]).toLowerCase())
      )
        continue;
      words ??= nameWordsOf(text);
      const { index } = match;
      // On from the name before: a text may be megabytes of names.
      while (at < words.length && (words[at]?.start ?? 0) < index) at += 1;
      const end = words[at]?.start === index ? nameEnd(words, at, text, language) : null;
      if (end === null) continue;
      found.push({ kind: 'name', start: index, end });
      word.lastIndex = end;
    }
    return found;
  },
};

/** Where the name that begins with this given name ends; null where it is no name. */
function nameEnd(
  words: readonly NameWord[],
  at: number,
  text: string,
  language: Language,
): number | null {
  const [given, next, third] = words.slice(at, at + 3);
  if (!given) return null;
  const before = words[at - 1]?.lower ?? '';
  if (!given.isCapital && language.names.isVerbBehind(before, given.lower)) return null;
  const follows = next !== undefined && text.slice(given.end, next.start) === ' ' ? next : null;
  if (follows && isFamilyName(follows, given, language)) {
    const more = third !== undefined && text.slice(follows.end, third.start) === ' ' ? third : null;
    const isLonger =
      more?.isCapital === true &&
      follows.isCapital &&
      !isNoPartOfName(more.raw) &&
      !language.isWord(more.lower);
    return isLonger ? more.end : follows.end;
  }
  return isAlone(given, text, language) && !isPlace(words[at - 1], given, text, language)
    ? given.end
    : null;
}

/** A capital behind a capital; in lower case what no dictionary has, or a family name behind a given one that is no word. */
function isFamilyName(word: NameWord, given: NameWord, language: Language): boolean {
  const { names, isWord, isTalkWord } = language;
  if (isNoPartOfName(word.raw) || isTalkWord(word.lower) || word.lower.length < 2) return false;
  if (given.isCapital && word.isCapital) return true;
  if (word.lower.length < 3) return false;
  const known = names.family.has(word.lower) || names.given.has(word.lower);
  if (names.isDoubtful(given.lower))
    return !word.isCapital && known && !names.isDoubtful(word.lower);
  return known || (!isWord(word.lower) && !word.isCapital);
}

/** "San Francisco", "Christmas Eve". */
const isPlace = (
  before: NameWord | undefined,
  { start }: NameWord,
  text: string,
  { names }: Language,
): boolean =>
  before?.isCapital === true &&
  text.slice(before.end, start) === ' ' &&
  names.isPlaceOrMake(before.lower);

/** A given name by itself: one that is no word, or with a capital where no sentence begins. */
function isAlone(
  { lower, isCapital, start }: NameWord,
  text: string,
  { names, isWord }: Language,
): boolean {
  if (names.isDoubtful(lower) || lower.length < 3) return false;
  if (!isWord(lower)) return true;
  return isCapital && /[\p{Ll},] $/u.test(text.slice(Math.max(0, start - 2), start));
}
