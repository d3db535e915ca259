/** What stands beside a wish in any centre's words: the lexicon's anger, remarks that are nobody's business, openings that say nothing. */

import type { Lexicon } from '../domain/lexicon.js';
import { escapeRegExp } from '../lib/escape-reg-exp.js';
import { onePer } from '../lib/memo.js';
import { createPhraseMatcher } from '../text/phrases.js';

export interface Beside {
  special: ReturnType<typeof createPhraseMatcher>;
  /** Anger, objections and requests for a person, which are about the bot and not about the wish. */
  aboutBot: ReturnType<typeof createPhraseMatcher>;
  /** Characters of the first opening of a text ("um", "hi there"); 0 where it has none. */
  opening(text: string): number;
  /** The same, of what this centre's customers alone say. */
  learned(text: string): number;
  /** Where thanks begin that end a text; its length where none do. */
  closing(text: string): number;
  /** The text behind all its openings; empty where nothing is left. */
  afterOpenings(text: string): string;
}

export const besideOf = onePer((lexicon: Lexicon): Beside => {
  const { specialCategories, anger, objections, alreadyTold, humanRequests } = lexicon;
  const openings = openingsOf(lexicon);
  const closings = closingsOf(lexicon);
  const opening = (text: string) => openings?.exec(text)?.[0].length ?? 0;
  return {
    special: createPhraseMatcher(specialCategories),
    aboutBot: createPhraseMatcher([...anger, ...objections, ...alreadyTold, ...humanRequests]),
    opening,
    learned: () => 0,
    closing: (text) => closings?.exec(text)?.index ?? text.length,
    afterOpenings: behind(opening),
  };
});

/** With openings that the lexicon does not know beside those that it does. */
export const openedBy = (beside: Beside, learned: Beside['learned']): Beside => {
  const opening = (text: string) => learned(text) || beside.opening(text);
  return { ...beside, opening, learned, afterOpenings: behind(opening) };
};

const behind = (opening: Beside['opening']) => {
  const afterOpenings = (text: string): string => {
    const length = opening(text);
    return length === 0 ? text : afterOpenings(text.slice(length));
  };
  return afterOpenings;
};

const oneOf = (sayings: readonly string[]): string =>
  [...sayings]
    .sort((a, b) => b.length - a.length)
    .map((one) => escapeRegExp(one).replace(/\s+/g, '\\s+'))
    .join('|');

function closingsOf({ thanks }: Lexicon): RegExp | null {
  if (thanks.length === 0) return null;
  return new RegExp(`(?<=\\S)[\\s,.!;-]+(?:${oneOf(thanks)})[\\s,.!]*$`, 'iu');
}

function openingsOf({ fillers, greetings }: Lexicon): RegExp | null {
  const sayings = [...fillers, ...greetings];
  if (sayings.length === 0) return null;
  return new RegExp(`^\\s*(?:${oneOf(sayings)})(?![\\p{L}\\p{N}'’])[\\s,.!:;-]*`, 'iu');
}
