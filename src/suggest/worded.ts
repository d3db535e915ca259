/** What a customer said, as a phrase that may be taught. */
import type { JourneyResult, Utterance } from '../domain/journey.js';
import type { Prepared } from '../text/similarity.js';
import type { Spoken } from './segments.js';
import type { OwnEnds, Wording } from './wording.js';

export interface Worded extends Spoken {
  /** For comparison: values by their slots' names, slips corrected. */
  prepared: Prepared;
  /** The stems of its words, without those that say nothing; values by their slots' names. */
  content: string;
  ownEnds: OwnEnds;
}

export interface Phrasing {
  /** @returns null for what holds no wish of its own that may be taught */
  wish(journey: JourneyResult, intent: string | null): Worded | null;
  /** The whole turn, for an answer need not be a wish; null where it cannot be taught. */
  turn(utterance: Utterance, intent: string | null): Worded | null;
  /** A phrase as it is compared with others. */
  compared(phrase: Spoken): Wording;
  /** A phrase with the slots' names in place of its values, marked or not. */
  masked(phrase: Spoken): string;
}
