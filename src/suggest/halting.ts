/** Speech as it came, with its sighs, and words said twice: understood by anybody, and no example of how the wish is worded. */
import type { Lexicon } from '../domain/lexicon.js';
import { words } from '../text/words.js';

export interface HaltingTools {
  lexicon: Pick<Lexicon, 'disfluencies'>;
  /** Whether training phrases of any intent use such words. */
  isTaught(phrase: string): boolean;
}

/** "what like would you charge" halts, "I would like to" does not: there training phrases have the word beside its neighbour. */
export function isHalting(text: string, { lexicon, isTaught }: HaltingTools): boolean {
  const list = words(text);
  const said = list.join(' ');
  return lexicon.disfluencies.some((one) =>
    [...` ${said} `.matchAll(new RegExp(`(\\S+)? ${one}(?= (\\S+)?)`, 'g'))].some(
      ([, before, after]) =>
        !(before && isTaught(`${before} ${one}`)) && !(after && isTaught(`${one} ${after}`)),
    ),
  );
}

/** The same word, or the same two, twice in a row: "how do i do i pay". */
export const stutters = (text: string, { isTaught }: Pick<HaltingTools, 'isTaught'>): boolean =>
  words(text).some((word, i, list) => {
    const next = list[i + 1];
    if (word === next) return !isTaught(`${word} ${word}`);
    const isTwice = word === list[i + 2] && next !== undefined && next === list[i + 3];
    return isTwice && !isTaught(`${word} ${next} ${word} ${next}`);
  });
