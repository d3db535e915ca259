/** Values that are personal for standing in a list: what a bot's training data name for a personal slot. */
import { createPhraseMatcher } from '../text/phrases.js';
import type { PersonalValue } from './personal-rule.js';

const none: readonly PersonalValue[] = [];

/** Where the values stand that are listed, by their kinds. */
export function listedReader(
  listed: ReadonlyMap<string, string> = new Map(),
): (text: string) => readonly PersonalValue[] {
  if (listed.size === 0) return () => none;
  const { find } = createPhraseMatcher([...listed.keys()]);
  return (text) =>
    find(text).flatMap(({ phrase, start, end }) => {
      const kind = listed.get(phrase);
      return kind === undefined ? [] : [{ kind, start, end }];
    });
}
