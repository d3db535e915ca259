/** Of two like slots, the one whose name has a word that the other lacks ("other", "new"): who means it says so. */
import type { Lexicon } from '../domain/lexicon.js';
import { splitName, termOf } from '../transcript/clauses.js';
import type { Forms } from './forms.js';

/** The words of which a question for the slot says one, stemmed; null where the name has no such word, or no slot of the bot's forms is like it. */
export type Mark = ReadonlySet<string> | null;

/** @returns for each name */
export function marksOf(
  names: readonly string[],
  contrasts: Lexicon['contrasts'],
  forms: Forms,
): Mark[] {
  const parts = names.map((name) => splitName(name));
  return parts.map((own, i) => {
    const contrast = contrasts.find((one) => one.names.some((word) => own.includes(word)));
    if (!contrast || own.length < 2) return null;
    const isLike = (other: readonly string[], k: number) =>
      k !== i &&
      forms.has(names[k] ?? '') &&
      other.at(-1) === own.at(-1) &&
      !contrast.names.some((word) => other.includes(word));
    return parts.some(isLike) ? new Set(contrast.said.map(termOf)) : null;
  });
}
