/** The shape of a factor: one thing that a ticket costs, journey by journey. */
import type { RankConfig } from '../domain/config.js';
import type { JourneyResult } from '../domain/journey.js';
import type { Remedy } from './remedies.js';

/** A cost of one journey, in the factor's own unit; null where unknown, which is left out and never 0. */
export interface Measure {
  id: string;
  of(result: JourneyResult): number | null;
}

export interface Factor {
  /** The file's name. */
  id: string;
  title: string;
  description: string;
  /** What one unit is called: "minutes", "points". */
  noun: string;
  /** Its amount counts towards a ticket's minutes. */
  isMinutes: boolean;
  /** What a repair spares of a journey. */
  measures(remedy: Remedy): readonly Measure[];
  /** Money for one unit; null leaves money out. */
  price(config: RankConfig): number | null;
}
