/** Whether what agents file under one code is one wish or several. */
import type { JourneyResult } from '../domain/journey.js';
import { onePer } from '../lib/memo.js';
import { likenessWithin } from '../text/likeness-within.js';
import { prepare } from '../text/similarity.js';
import { differentWishes, mostCompared } from './settings.js';

/**
 * Customers of one wish say much the same; those of several have hardly more words in common than any customers of this bot. False where too
 * few words are on record to tell.
 *
 * @param sessions of the journeys in question
 */
export function areDifferent(
  sessions: readonly string[],
  results: ReadonlyMap<string, JourneyResult>,
): boolean {
  const own = wordsOf(sessions.flatMap((session) => results.get(session) ?? []));
  if (own.length < differentWishes.fewest) return false;
  return likenessWithin(own) < differentWishes.timesUsual * usualLikeness(results);
}

/** Of any customers of this bot. */
const usualLikeness = onePer((results: ReadonlyMap<string, JourneyResult>): number =>
  likenessWithin(wordsOf([...results.values()])),
);

/** What the customers said, of an even sample. */
export function wordsOf(journeys: readonly JourneyResult[]) {
  const said = journeys.flatMap(({ utterance }) => utterance?.text ?? []);
  const every = Math.max(1, Math.ceil(said.length / mostCompared));
  return said.filter((_, i) => i % every === 0).map((text) => ({ prepared: prepare(text) }));
}
