/** The shape of a comparison: the plug-in of this room. */
import type { QueueHabits } from './queue-habits.js';
import type { ContactSide, HandoffSide } from './sides.js';
import type { Topics } from './topics.js';

/** Both sides in the order in which pairs number them, and what was learned of all of them. */
export interface LinkSides {
  handoffs: readonly HandoffSide[];
  contacts: readonly ContactSide[];
  topics: Topics;
  queueHabits: QueueHabits;
}

/** Level of the pair of handoff `h` and contact `c`, an index into the comparison's `levels`. */
export type LevelOf = (h: number, c: number) => number;

export interface Comparison {
  id: string;
  /**
   * Of the customer, or of the moment of the handoff. A customer who left the queue and came back agrees in all that tells
   * of the customer, and is another contact all the same.
   */
  evidenceAbout: 'customer' | 'moment';
  /** Names of the levels, the first always "missing", which weighs nothing: missing is not disagreement. */
  levels: readonly string[];
  /** P(level | same journey) before anything was learned, for the levels after "missing"; they add up to 1. */
  startingM: readonly number[];
  /** P(level | unrelated) likewise. */
  startingU: readonly number[];
  /** Share of a level's weight that counts, where its evidence comes in company and is not as independent as it looks; 1. */
  temper?: number;
  /** Levels are steps of one quantity: what is learned of one says something of its neighbours. */
  ordered?: true;
  /** The shape that m is known to have, from weighted counts by level ("missing" left out) to shares that add up to 1. */
  shape?(counts: readonly number[]): number[];
  /** Reads both sides once, into columns, and returns what compares two of them: called millions of times. */
  prepare(sides: LinkSides): LevelOf;
}
