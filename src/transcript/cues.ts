/** The wordings that say what a sentence does, found once for all who read them. */
import type { Lexicon } from '../domain/lexicon.js';
import { createPhrasebook, type Hit, withoutOverlap } from '../text/phrasebook.js';
import { wordsOf } from './clauses.js';

/** `polar`: a yes-or-no question; `verify`: a demand to confirm. */
export type Cue = 'request' | 'polar' | 'verify' | 'offer' | 'confirm';

export type CueFinder = (words: readonly string[]) => Hit<Cue>[];

/** By position; a longer wording hides those inside it. */
export function createCueFinder(lexicon: Lexicon): CueFinder {
  const entries = (phrases: readonly string[], cue: Cue) =>
    phrases.map((phrase) => [wordsOf(phrase), cue] as const);
  const find = createPhrasebook<Cue>([
    ...entries(lexicon.confirmCues, 'confirm'),
    ...entries(lexicon.offerCues, 'offer'),
    ...entries(lexicon.requestCues, 'request'),
    ...entries(lexicon.polarCues, 'polar'),
    ...entries(lexicon.verifyCues, 'verify'),
  ]);
  return (words) => withoutOverlap(find(words));
}
