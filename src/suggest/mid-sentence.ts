/** Phrases that were cut out of a sentence in the middle: "anything left for", "up my order". */
import type { Lexicon } from '../domain/lexicon.js';
import { words } from '../text/words.js';

/**
 * Whether a preposition stands at an end of the cut whose sentence goes on in the turn. One at the end of the turn itself is how people ask ("what is this for?").
 *
 * @param cut a part of the turn, letter for letter; the first such part is taken
 */
export function endsMidSentence(
  turn: string,
  cut: string,
  { prepositions }: Pick<Lexicon, 'prepositions'>,
): boolean {
  const at = turn.indexOf(cut);
  const said = words(cut);
  const joins = (word: string | undefined) => word !== undefined && prepositions.includes(word);
  const goesOnBefore = /[\p{L}\p{N}]\s*$/u.test(turn.slice(0, at));
  const goesOnBehind =
    /[\p{L}\p{N}]$/u.test(cut) && /^\s*[\p{L}\p{N}]/u.test(turn.slice(at + cut.length));
  return (goesOnBefore && joins(said[0])) || (goesOnBehind && joins(said.at(-1)));
}
