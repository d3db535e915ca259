/** The shape of a factor: one thing that a ticket costs, journey by journey. */
import type { RankConfig } from '../domain/config.js';
import type { Effort, Finding, JourneyResult } from '../domain/journey.js';

/** A cost of one journey, in the factor's own unit; null where unknown, which is left out and never 0. */
export interface Measure {
  id: string;
  of(result: JourneyResult): number | null;
}

interface Described {
  /** The file's name. */
  id: string;
  title: string;
  description: string;
  /** What one unit is called: "minutes", "points". */
  noun: string;
  /** Money for one unit; null leaves money out. */
  price(config: RankConfig): number | null;
}

/** Somebody's minutes. */
export interface MinutesFactor extends Described {
  isMinutes: true;
  /** Minutes from the handoff to the end: what is spared if the handoff need not be. */
  whole(result: JourneyResult): number | null;
  /** Minutes of what was visibly spent: with the bot, and with the agent, which go with the handoff. */
  visible(spent: NonNullable<Finding['spent']>): { before: number; after: number };
  /** Minutes of the stages that are this person's. */
  measures(stages: readonly (keyof Effort)[]): readonly Measure[];
}

/** Something that only a comparison with matched journeys shows. */
export interface OutcomeFactor extends Described {
  isMinutes: false;
  measure: Measure;
}

export type Factor = MinutesFactor | OutcomeFactor;
