/** What customers turned out to want who said nearly the words of a training phrase. */
import type { JourneyResult } from '../domain/journey.js';
import { onePer } from '../lib/memo.js';
import { type Prepared, prepare, similarity } from '../text/similarity.js';
import type { AdviceInput } from './advice.js';
import { labelled } from './candidates.js';
import { sameSaying } from './settings-of-advice.js';

/** A customer's words to the bot, of a journey whose label is sure. */
export interface Said {
  journey: JourneyResult;
  prepared: Prepared;
}

export const saidOf = ({ results, config }: AdviceInput): Said[] =>
  wordsIn(results).filter(({ journey }) => labelled(journey, config.labelProbability));

/** Once a night: the advice is asked for each ticket. */
const wordsIn = onePer((results: AdviceInput['results']): Said[] =>
  results.flatMap((journey) =>
    journey.utterance ? [{ journey, prepared: prepare(journey.utterance.text) }] : [],
  ),
);

/** Journeys whose words are nearly the phrase's, the nearest first. */
export const saidLike = (phrase: Prepared, said: readonly Said[]): JourneyResult[] =>
  said
    .map(({ journey, prepared }) => ({ journey, near: similarity(phrase, prepared) }))
    .filter(({ near }) => near >= sameSaying)
    .sort((a, b) => b.near - a.near || (a.journey.session < b.journey.session ? -1 : 1))
    .map(({ journey }) => journey);
