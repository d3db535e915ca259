/** What a person refused to teach: it never comes back, with whatever value, for values in phrases are made up. */
import type { Spoken } from './segments.js';
import { wordingKey } from './training.js';

/**
 * @param texts refused phrases, as they were proposed
 * @param masked a phrase with the slots' names in place of its values
 * @returns whether a phrase says the same as one of them
 */
export function refusalOf(
  texts: readonly string[],
  masked: (phrase: Spoken) => string,
): (phrase: Spoken) => boolean {
  const keysOf = (phrase: Spoken) => [wordingKey(phrase.text), wordingKey(masked(phrase))];
  const known = new Set(texts.flatMap((text) => keysOf({ text, entities: [] })));
  return (phrase) => known.size > 0 && keysOf(phrase).some((key) => known.has(key));
}
