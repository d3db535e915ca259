/** What both conversations leave behind: their turns, and what really happened in them, for the truth. */
import type { HandoffReason } from '../domain/records.js';

/** One intent that the bot's NLU saw in a text. */
export interface Guess {
  name: string;
  confidence: number;
}

export interface Statement {
  text: string;
  /** Slots whose value the words carry. */
  slots: string[];
}

export interface BotTurn {
  at: number;
  actor: 'customer' | 'bot';
  text: string;
  guesses?: Guess[];
  slots?: Record<string, string>;
  asksFor?: string;
  action?: string;
  error?: string;
}

export interface BotStory {
  turns: BotTurn[];
  outcome: 'escalated' | 'contained' | 'abandoned';
  handoff?: { at: number; reason: HandoffReason; target: string };
  /** The task that the bot acted on last; absent when it recognised none. */
  acted?: string;
  held: Map<string, string>;
  asked: Set<string>;
  /** Slots whose value, in whatever spelling, the customer has given the bot. */
  told: Set<string>;
  /** The customer's first free words on what it is about; absent when they never said. */
  explained?: Statement;
  /** An utterance that carries a want of the bot's own was not recognised. */
  unrecognised: boolean;
  /** How often the bot has stood in one place without a new value. */
  standstill: number;
  /** A form gave up asking for a slot. */
  unread: boolean;
  backendError: boolean;
  /** A human was asked for before anything was told, chosen or gone wrong. */
  requestedEarly: boolean;
  /** The first words to the bot were angry. */
  angry: boolean;
}

export interface DeskTurn {
  at: number;
  actor: 'agent' | 'customer';
  text: string;
  sentiment?: number;
}

export interface DeskStory {
  turns: DeskTurn[];
  agentId: string;
  endedAt: number;
  /** The opening refers to nothing that was said before. */
  cold: boolean;
  asked: Set<string>;
  /** Canonical values that the customer gave the agent. */
  given: Map<string, string>;
  /** The customer said what it is about. */
  explained: boolean;
  /** The customer's first words were angry. */
  angry: boolean;
  /** When the agent set about the matter: asked for what nobody had told before, or answered. */
  solvingFrom?: number;
  /** Milliseconds before that which went into checks of identity, and values that the bot held. */
  identifying: number;
  transferTo?: string;
}

/** What the customer went through with both agents: the first received them, the second solved it. */
export const bothLegs = (first: DeskStory, second: DeskStory): DeskStory => ({
  ...first,
  asked: new Set([...first.asked, ...second.asked]),
  given: new Map([...second.given, ...first.given]),
  explained: first.explained || second.explained,
  ...(second.solvingFrom !== undefined && { solvingFrom: second.solvingFrom }),
  identifying: first.identifying + second.identifying,
});
