/** A concrete change to the bot's training data that answers a ticket. */
import type { IntentSignal } from './journey.js';
import type { Quote } from './ticket.js';

export const suggestionKinds = [
  'add_phrases',
  'move_phrases',
  'remove_phrases',
  'out_of_scope_phrases',
  'split_intent',
  'merge_intents',
  'new_intent',
  'add_slot',
  'add_slot_examples',
  'change_prompt',
  'change_threshold',
  'add_disambiguation',
  'early_handoff',
  'add_answer',
] as const;
export type SuggestionKind = (typeof suggestionKinds)[number];

export interface PhraseSource {
  sessionId: string;
  /** Position in the bot session's turns. */
  turn: number;
  signals: IntentSignal['source'][];
  labelProbability: number;
}

export interface Phrase {
  text: string;
  /** UTF-16 offsets into `text`, end exclusive. */
  entities: { slot: string; start: number; end: number }[];
  sources: PhraseSource[];
}

/** Shadow NLU accuracy with and without the suggestion, on held-out journeys and by cross-validation. */
export interface Backtest {
  engine: string;
  overall: { before: number; after: number };
  inScope: { before: number; after: number };
  outOfScope: { before: number; after: number } | null;
  /** `change`: 90 % interval of `after` less `before`. */
  worstIntent: {
    intent: string;
    before: number;
    after: number;
    change: [low: number, high: number];
  } | null;
  /** How many utterances it was measured on. */
  n: number;
}

/**
 * What is wrong, or may be wrong, with a suggestion's texts; `collision`: they stand under another intent already; `cost`:
 * they make the bot refuse what it can do; `doubt`: their words speak against their label; `thin`: few journeys say so.
 */
export type Risk = 'personal_data' | 'collision' | 'cost' | 'doubt' | 'thin';

export interface Gate {
  verdict: 'pass' | 'review' | 'refused';
  /** The risk that decided, where one did. */
  risk?: Risk;
  /** For people; nothing is decided by it. */
  reason: string;
}

export interface Review {
  decision: 'pending' | 'accepted' | 'edited' | 'rejected';
  by?: string;
  at?: string;
}

export interface Suggestion {
  id: string;
  /** Ticket id. */
  ticket: string;
  kind: SuggestionKind;
  intent?: string;
  fromIntent?: string;
  slot?: string;
  phrases: Phrase[];
  prompt?: string;
  /** The bot's confidence threshold now, and the one that is proposed. */
  threshold?: { from: number; to: number };
  /** Phrases of other intents that are near to a new one and must stay where they are. */
  nearMisses?: { text: string; intent: string }[];
  /** What it was drawn from, verbatim. */
  evidence?: Quote[];
  /** One sentence. */
  change: string;
  /** null where the kind cannot be tested by classification; `gate.reason` then says so. */
  backtest: Backtest | null;
  conflicts: string[];
  gate: Gate;
  review: Review;
}

/** How far the agent side's labels can be trusted. */
export interface LabelNoise {
  /** Journeys of tickets with a training label. */
  labels: number;
  /** How many of them a reviewer would probably overturn, as far as the words tell. */
  overturned: number;
}

/** What a person said of a suggestion; every later night keeps to it. */
export interface Decision {
  /** Suggestion id. */
  suggestion: string;
  kind: SuggestionKind;
  review: Review;
  /** Texts that the person refused; they never come back. */
  rejectedPhrases: readonly string[];
  /** What was accepted, as the person saw or left it: nothing that comes later goes in under this decision. */
  approved?: Approved;
}

export type Approved = Pick<
  Suggestion,
  | 'ticket'
  | 'kind'
  | 'intent'
  | 'fromIntent'
  | 'slot'
  | 'phrases'
  | 'prompt'
  | 'threshold'
  | 'change'
>;
