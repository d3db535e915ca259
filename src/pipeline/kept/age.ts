import { dayMs } from '../../lib/calendar.js';

/** What was learned when a journey was new is little: a week later it is judged once more. */
const secondLookDays = 7;
/** What was learned from so many times fewer journeys, or more, judges otherwise. */
const growth = 1.5;

/** Evidence that depends on what was learned of other journeys. */
export interface Aging {
  /** The night that worked it out, and this one. */
  night: string;
  /** Journeys that were learned from then. */
  learnedFrom: number;
  /** Moment of the handoff. */
  at: number;
}

export interface Tonight {
  night: string;
  /** End of the night's window. */
  until: number;
  /** Journeys with a contact. */
  learnedFrom: number;
}

/**
 * Whether evidence of an earlier night still stands. What this night or a later one said is not believed, so that a night
 * that runs again gives the same.
 */
export function stands({ night, learnedFrom, at }: Aging, tonight: Tonight): boolean {
  const age = Math.ceil((tonight.until - at) / dayMs);
  const ratio = tonight.learnedFrom / learnedFrom;
  return night < tonight.night && age !== secondLookDays && ratio < growth && ratio > 1 / growth;
}
