/** Names of people in running text, by the given name: nothing around it need say that it is one. */
import { familyNames, givenNames, isDoubtfulName } from '../../language/en/given-names.js';
import { isPlaceOrMake } from '../../language/en/places.js';
import { isTalkWord } from '../../language/en/talk-words.js';
import { isDictionaryWord } from '../../text/dictionary.js';
import type { PersonalRule, PersonalValue } from '../personal-rule.js';
import { isNoPartOfName } from './name.js';
import { bare, type NameWord, nameWordsOf } from './name-words.js';

const word = /\p{L}[\p{L}'’-]*/gu;
/** Shorter names are none in the list. */
const shortest = 3;

export const person: PersonalRule = {
  id: 'person',
  needs: () => true,
  hint: /\p{L}{2}/u,
  find({ text }) {
    const found: PersonalValue[] = [];
    let words: NameWord[] | null = null;
    let at = 0;
    word.lastIndex = 0;
    for (let match = word.exec(text); match !== null; match = word.exec(text)) {
      if (match[0].length < shortest || !givenNames.has(bare(match[0]).toLowerCase())) continue;
      words ??= nameWordsOf(text);
      const { index } = match;
      // On from the name before: a text may be megabytes of names.
      while (at < words.length && (words[at]?.start ?? 0) < index) at += 1;
      const end = words[at]?.start === index ? nameEnd(words, at, text) : null;
      if (end === null) continue;
      found.push({ kind: 'name', start: index, end });
      word.lastIndex = end;
    }
    return found;
  },
};

/** Where the name that begins with this given name ends; null where it is no name. */
function nameEnd(words: readonly NameWord[], at: number, text: string): number | null {
  const [given, next, third] = words.slice(at, at + 3);
  if (!given) return null;
  const follows = next !== undefined && text.slice(given.end, next.start) === ' ' ? next : null;
  if (follows && isFamilyName(follows, given)) {
    const more = third !== undefined && text.slice(follows.end, third.start) === ' ' ? third : null;
    const isLonger =
      more?.isCapital === true &&
      follows.isCapital &&
      !isNoPartOfName(more.raw) &&
      !isDictionaryWord(more.lower);
    return isLonger ? more.end : follows.end;
  }
  return isAlone(given, text) && !isPlace(words[at - 1], given, text) ? given.end : null;
}

/** A capital behind a capital; in lower case what no dictionary has, or a family name behind a given one that is no word. */
function isFamilyName(word: NameWord, given: NameWord): boolean {
  if (isNoPartOfName(word.raw) || isTalkWord(word.lower) || word.lower.length < 2) return false;
  if (given.isCapital && word.isCapital) return true;
  if (word.lower.length < 3) return false;
  const known = familyNames.has(word.lower) || givenNames.has(word.lower);
  if (isDoubtfulName(given.lower)) return !word.isCapital && known && !isDoubtfulName(word.lower);
  return known || (!isDictionaryWord(word.lower) && !word.isCapital);
}

/** "San Francisco", "Christmas Eve". */
const isPlace = (before: NameWord | undefined, { start }: NameWord, text: string): boolean =>
  before?.isCapital === true &&
  text.slice(before.end, start) === ' ' &&
  isPlaceOrMake(before.lower);

/** A given name by itself: one that is no word, or with a capital where no sentence begins. */
function isAlone({ lower, isCapital, start }: NameWord, text: string): boolean {
  if (isDoubtfulName(lower) || lower.length < 3) return false;
  if (!isDictionaryWord(lower)) return true;
  return isCapital && /[\p{Ll},] $/u.test(text.slice(Math.max(0, start - 2), start));
}
