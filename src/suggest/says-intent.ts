/** What words say of an intent's name. */

import { nameWords } from '../domain/name-words.js';
import { stems } from '../text/words.js';

/** "Pay a parking fine" is about `pay_fine`, and not about `dispute_fine`: it says what the one's name has and not what only the other's has. */
export function saysIntent(text: string, from: string, to: string): boolean {
  const [own, other] = [stems(nameWords(from)), stems(nameWords(to))];
  const said = new Set(stems(text));
  const only = (a: readonly string[], b: readonly string[]) =>
    a.filter((word) => !b.includes(word));
  const [ownOnly, otherOnly] = [only(own, other), only(other, own)];
  return (
    ownOnly.length > 0 &&
    own.every((word) => said.has(word)) &&
    !otherOnly.some((word) => said.has(word))
  );
}

/** Whether what was said has words of the intent's name that the phrase does not have. */
export function namesMore(said: string, phrase: string, intent: string): boolean {
  const known = new Set(stems(phrase));
  const spoken = new Set(stems(said));
  return stems(nameWords(intent)).some((word) => spoken.has(word) && !known.has(word));
}
