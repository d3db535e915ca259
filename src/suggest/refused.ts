/** What a person refused to teach: it never comes back, with whatever value, for values in phrases are made up, nor in nearly the same words. */
import { nearDuplicate, prepare } from '../text/similarity.js';
import type { Spoken } from './segments.js';
import { wordingKey } from './training.js';

/**
 * @param texts refused phrases, as they were proposed
 * @param masked a phrase with the slots' names in place of its values
 * @param from how alike (0 to 1) phrases are that say the same
 * @returns whether a phrase says the same as one of them
 */
export function refusalOf(
  texts: readonly string[],
  masked: (phrase: Spoken) => string,
  from: number,
): (phrase: Spoken) => boolean {
  const keysOf = (phrase: Spoken) => [wordingKey(phrase.text), wordingKey(masked(phrase))];
  const known = new Set(texts.flatMap((text) => keysOf({ text, entities: [] })));
  const all = Array.from(known, prepare);
  return (phrase) => {
    if (known.size === 0) return false;
    const keys = keysOf(phrase);
    if (keys.some((key) => known.has(key))) return true;
    const own = keys.map(prepare);
    return all.some((one) => own.some((other) => nearDuplicate(one, other, from)));
  };
}
