/** What an agent should see in the first three seconds as a bot session escalates. */

/** The turns of a bot session that a screen-pop is made from, with the values that the bot holds as text. */
export interface EscalatingTurn {
  actor: 'customer' | 'bot' | 'system';
  text?: string;
  intent?: { name: string; confidence: number };
  /** null: the value was cleared. */
  slots?: Readonly<Record<string, string | null>>;
  asksFor?: string;
  action?: string;
  error?: string;
}

export interface EscalatingSession {
  sessionId: string;
  /** Why the bot hands over, as its log says. */
  reason?: string;
  turns: readonly EscalatingTurn[];
}

/** A line that comes out of the session; `turns` count from 0 and say where. */
export interface PopLine {
  text: string;
  turns: number[];
}

export type TriedKind = 'not_understood' | 'asked_again' | 'said_again' | 'failed';

export interface ScreenPop {
  sessionId: string;
  /** The customer's own words; null where they said nothing that is a wish. */
  wants: PopLine | null;
  /** What the bot took it for, unless it was not sure. */
  intent: { name: string; confidence: number } | null;
  reason: string | null;
  /** What was tried and failed, in order of time. `text` is the customer's, the bot's or the system's own. */
  tried: (PopLine & { kind: TriedKind; times: number })[];
  known: { slot: string; value: string; turn: number }[];
  /** The last messages of customer and bot. */
  last: { actor: 'customer' | 'bot'; text: string; turn: number }[];
  /** Something did not fit into the length. */
  shortened: boolean;
}

export interface ScreenPopSettings {
  /** Of the text, its labels included. */
  maximumCharacters: number;
  /** How many of the last messages. */
  messages: number;
  /** Below this confidence the bot did not recognise the utterance. */
  lowConfidence: number;
}
