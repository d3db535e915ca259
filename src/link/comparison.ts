/** The shape of a comparison: the plug-in of this room. */
import type { QueueHabits } from './queue-habits.js';
import type { ContactSide, HandoffSide } from './sides.js';
import type { Topics } from './topics.js';

/** What sessions and contacts are about, see `subjects.ts`. */
export interface Subjects {
  /** The likeliest subjects of a handoff; empty where nothing was learned. */
  of(handoff: HandoffSide): readonly SubjectShare[];
  /** How much likelier contact `c` is for such subjects than for its queue, in bits; null where it tells nothing. */
  reader(
    contacts: readonly ContactSide[],
  ): (c: number, own: readonly SubjectShare[]) => number | null;
}

export interface SubjectShare {
  subject: number;
  probability: number;
}

/** Both sides in the order in which pairs number them, and what was learned of all of them. */
export interface LinkSides {
  handoffs: readonly HandoffSide[];
  contacts: readonly ContactSide[];
  topics: Topics;
  queueHabits: QueueHabits;
  subjects: Subjects;
}

/** Level of the pair of handoff `h` and contact `c`, an index into the comparison's `levels`. */
export type LevelOf = (h: number, c: number) => number;

/** What can be said of a comparison's weight before two sides are compared: by it hopeless pairs are never looked at. */
export type Bound =
  /** Only pairs that share one of these marks gain by it; they are always compared. */
  | { by: 'mark'; marksOf(side: HandoffSide | ContactSide): string[] }
  /** The level follows from the handoff and the contact's queue. */
  | { by: 'queue' }
  /** The level, less one, is the first of these seconds between handoff and contact that is not passed. */
  | { by: 'wait'; ends: readonly number[] }
  /** Any level may come. Where the best ones are rare, those that a tenth of the true pairs reach are allowed for. */
  | { by: 'nothing'; bestAreRare?: true };

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
  /** Rests on what likely pairs teach (habits, subjects), and is read again once they did. */
  learned?: true;
  /** The shape that m is known to have, from weighted counts by level ("missing" left out) to shares that add up to 1. */
  shape?(counts: readonly number[]): number[];
  bound: Bound;
  /** Reads both sides once, into columns, and returns what compares two of them: called millions of times. */
  prepare(sides: LinkSides): LevelOf;
}
