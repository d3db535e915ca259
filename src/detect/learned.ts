/** What a night learns from all journeys, and what it says of single ones. */
import type { AskReading } from '../domain/ask-reading.js';
import type { DefinedSlot } from '../domain/conversation.js';
import type { AskedRates } from '../intents/asked-slots.js';
import type { Lesson } from '../intents/second-reading.js';
import type { IntentModel, Words } from '../intents/true-intent.js';
import type { WordCounts } from '../intents/word-counts.js';
import type { Boilerplate } from '../questions/agent-side.js';
import type { Asking } from '../questions/asking.js';
import type { Needs } from '../questions/needs.js';
import type { DeEscalation } from './de-escalation.js';
import type { OpeningHabits } from './opening.js';
import type { Asks } from './read-asks.js';

export interface Learned {
  /** The definition's slots, with the prompts that the bot was seen to use. */
  slots: DefinedSlot[];
  /** What this centre's wordings ask for. */
  asking: Asking | null;
  /** Slots that agents ask for in most journeys of an intent. */
  needs: Needs;
  /** P(a held value is found in what the customer said), by slot: where it usually is, a mismatch means something. */
  verbatimRates: ReadonlyMap<string, number>;
  boilerplate: Boilerplate;
  /** Whether this platform's log ever says what the bot captured. */
  holdsValues: boolean;
  /** How agents answer customers who arrive angry. */
  deEscalation: DeEscalation;
  openings: OpeningHabits;
  /** How well the agents were read; shares are null where there was too little, or nothing was learned of wordings. */
  reading: AskReading;
  model: IntentModel;
  /** How often agents ask for the slots of the bot's forms, by what the customer wants. */
  askedRates: AskedRates;
  /** Which of the agents' words go with which wish. */
  agentWords: WordCounts;
  /** What the second readings rest on (see `Wishes`). */
  lessons: readonly Lesson[];
}

/** What was learned, and what it says of single journeys. */
export interface NightModels extends Learned {
  /** How the customers' words were heard, by session: classifying is the dearest step and is done once. */
  words: ReadonlyMap<string, Words>;
  /** What the agents ask for, by what was learned of wordings; by session. */
  asks: Asks;
}
