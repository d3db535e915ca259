/** How often people and machines of a business fail of themselves, beside what its world and its bot bring about. */
import type { ContextLevel } from '../domain/records.js';

export interface Habits {
  /** Customers who greet first; who ask for a person before anything else. */
  greets: number;
  asksForPerson: number;
  /** Customers who ask for a person when the bot asks for a slot. */
  asksInForm: number;
  /** Customers in a form: slips of the keyboard, corrections, and those whose spelling the extractor never reads. */
  mistypes: number;
  corrects: number;
  stubborn: number;
  /** Values are written as the bot's extractor reads them. */
  spellsPlainly: boolean;
  /** Whether the bot knows whatever customers say who want this, in place of what its phrases teach it. */
  understands(want: string): boolean;
  /** How often the bot does not hear a slot, or holds another value than the one it was told. */
  unheard(intent: string, slot: string): number;
  misheard(intent: string, slot: string): number;
  /** The form has the slot, and the flow goes past it. */
  passesOver(intent: string, slot: string): boolean;
  /** How often an answer does not do, and the bot gives it again. */
  repeats(intent: string): number;
  backendFails(intent: string): number;
  /** What comes along with a handoff, and how likely an agent uses a value of it. */
  contexts: [ContextLevel, number][];
  reuse: Record<ContextLevel, number>;
  /** How likely an agent opens with what the customer came for; lets the customer explain all the same. */
  warmth: Record<ContextLevel, number>;
  explainsAnyway: number;
  /** First words to an agent that are angry: of customers whom nothing angered, and of those who were angry from the start. */
  rage: number;
  staysAngry: number;
  /** Customers who leave the queue; contacts that are on no record. */
  abandons: number;
  unrecorded: number;
}

export const usualHabits: Habits = {
  greets: 0.1,
  asksForPerson: 0.06,
  asksInForm: 0.025,
  mistypes: 0.045,
  corrects: 0.03,
  stubborn: 0.07,
  spellsPlainly: false,
  understands: () => false,
  unheard: () => 0,
  misheard: () => 0,
  passesOver: () => false,
  repeats: () => 0,
  backendFails: () => 0.02,
  contexts: [
    ['none', 0.1],
    ['flag', 0.58],
    ['summary', 0.2],
    ['transcript', 0.12],
  ],
  reuse: { none: 0, flag: 0.1, summary: 0.6, transcript: 0.85 },
  warmth: { none: 0, flag: 0.35, summary: 0.7, transcript: 0.85 },
  explainsAnyway: 0.15,
  rage: 0.04,
  staysAngry: 0.5,
  abandons: 0.08,
  unrecorded: 0.03,
};
