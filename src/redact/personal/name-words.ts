/** The words of a text, as the rules for names see them. */
import type { Language } from '../../language/language.js';
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
export const isOrdinary = ({ raw, lower }: NameWord, language: Language): boolean =>
  isNoPartOfName(raw) ||
  language.isWord(lower) ||
  language.isTalkWord(lower) ||
  language.names.isPlaceOrMake(lower);

export const isListed = ({ lower }: NameWord, { names }: Language): boolean =>
  names.given.has(lower) || names.family.has(lower);
