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
  /** The text behind all its openings; empty where nothing is left. */
  afterOpenings(text: string): string;
}

export const besideOf = onePer((lexicon: Lexicon): Beside => {
  const { specialCategories, anger, objections, alreadyTold, humanRequests } = lexicon;
  const openings = openingsOf(lexicon);
  const opening = (text: string) => openings?.exec(text)?.[0].length ?? 0;
  const afterOpenings = (text: string): string => {
    const length = opening(text);
    return length === 0 ? text : afterOpenings(text.slice(length));
  };
  return {
    special: createPhraseMatcher(specialCategories),
    aboutBot: createPhraseMatcher([...anger, ...objections, ...alreadyTold, ...humanRequests]),
    opening,
    afterOpenings,
  };
});

function openingsOf({ fillers, greetings }: Lexicon): RegExp | null {
  const sources = [...fillers, ...greetings]
    .sort((a, b) => b.length - a.length)
    .map((one) => escapeRegExp(one).replace(/\s+/g, '\\s+'));
  if (sources.length === 0) return null;
  return new RegExp(`^\\s*(?:${sources.join('|')})(?![\\p{L}\\p{N}'’])[\\s,.!:;-]*`, 'iu');
}
