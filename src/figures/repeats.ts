import type { Estimate } from '../domain/estimate.js';
import type { JourneyResult } from '../domain/journey.js';
import { linkedOf, meanByDay } from './by-day.js';

/** How often a customer has to repeat something to the agent. */
export const repeatsPerJourney = (results: readonly JourneyResult[]): Estimate | null =>
  meanByDay(linkedOf(results), ({ repeats }) => repeats);
