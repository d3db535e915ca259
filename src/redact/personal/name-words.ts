/** The words of a text, as the rules for names see them. */
import { familyNames, givenNames } from '../../language/en/given-names.js';
import { isPlaceOrMake } from '../../language/en/places.js';
import { isTalkWord } from '../../language/en/talk-words.js';
import { isDictionaryWord } from '../../text/dictionary.js';
import { isNoPartOfName } from './name.js';

export interface NameWord {
  /** Without a final "'s". */
  raw: string;
  lower: string;
  /** UTF-16 units, end exclusive. */
  start: number;
  end: number;
  isCapital: boolean;
}

const pattern = /\p{L}[\p{L}'’-]*/gu;

/** "Priya's" is Priya. */
export const bare = (raw: string): string =>
  /^\p{L}+$/u.test(raw) ? raw : raw.replace(/['’]s$|[-'’]+$/u, '');

export function nameWordsOf(text: string): NameWord[] {
  return [...text.matchAll(pattern)].map((match) => {
    const raw = bare(match[0]);
    const { index: start } = match;
    const isCapital = /^\p{Lu}/u.test(raw);
    return { raw, lower: raw.toLowerCase(), start, end: start + raw.length, isCapital };
  });
}

/** Of a language's common words, or the name of a thing or place. */
export const isOrdinary = ({ raw, lower }: NameWord): boolean =>
  isNoPartOfName(raw) || isDictionaryWord(lower) || isTalkWord(lower) || isPlaceOrMake(lower);

export const isListed = ({ lower }: NameWord): boolean =>
  givenNames.has(lower) || familyNames.has(lower);
