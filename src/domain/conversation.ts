/** Both sides of a journey as the store keeps them: times in epoch milliseconds, identities hashed, text redacted. */
import type { Channel, ContextLevel, HandoffReason } from './records.js';

/** Keyed hashes (16 hex digits) of whatever identifies a customer; equal values give equal hashes. */
export interface Identity {
  id?: string;
  phone?: string;
  email?: string;
  account?: string;
}

/** A slot's value as the bot held it. The value itself is not kept. */
export interface HeldValue {
  /** Keyed hash of the value's canonical form (see `text/canonical.ts`), 16 hex digits; null when it was cleared. */
  digest: string | null;
  /**
   * Of a code, the same of its last digits: people leave out the first ones, which all numbers of a firm have in common. Of a
   * long number also of its first ones: people tell it in two halves.
   */
  tails?: string[];
  /** Where the value stands in this turn's redacted text, in UTF-16 units, end exclusive. */
  span?: [start: number, end: number];
}

export interface PredictedIntent {
  name: string;
  confidence: number;
  /** Best first; empty when the platform logs none. */
  ranking: { name: string; confidence: number }[];
}

export interface SessionTurn {
  at: number;
  actor: 'customer' | 'bot' | 'system';
  text?: string;
  /** See `ContactTurn`. */
  codeShapes?: readonly string[];
  intent?: PredictedIntent;
  slots?: Record<string, HeldValue>;
  asksFor?: string;
  action?: string;
  error?: string;
  /** A pressed button rather than free language: never a training phrase. */
  payload?: boolean;
}

export interface Handoff {
  at: number;
  key?: string;
  reason?: HandoffReason;
  target?: string;
  context?: { level: ContextLevel; text?: string };
}

export interface Session {
  /** `platform/botId/sessionId`. */
  id: string;
  platform: string;
  botId: string;
  sessionId: string;
  startedAt: number;
  endedAt?: number;
  channel: Channel;
  locale?: string;
  customer: Identity;
  outcome: 'escalated' | 'contained' | 'abandoned';
  handoff?: Handoff;
  turns: SessionTurn[];
}

export interface ContactTurn {
  at: number;
  actor: 'agent' | 'customer' | 'system';
  text: string;
  /**
   * Of each `⟨account:…⟩` in the text, in order, what the number or code looked like: `d12` is twelve digits, `l3d4` three letters
   * and four digits. By it alone an order's number can be told from a claim's.
   */
  codeShapes?: readonly string[];
  /** From -1 (worst) to 1 (best), as the platform judged it. */
  sentiment?: number;
}

/** What the agent side says became of a contact. Absent means unknown. */
export interface Outcome {
  /** Wrap-up code (disposition). */
  reason?: string;
  resolved?: boolean;
  /** 0 (worst) to 100 (best), whatever the survey's own scale. */
  csat?: number;
  /** Customer effort score as given. */
  ces?: number;
  complaint?: boolean;
  transferred?: boolean;
}

export interface Contact {
  /** `platform/contactId`. */
  id: string;
  platform: string;
  contactId: string;
  startedAt: number;
  answeredAt?: number;
  endedAt?: number;
  channel: Channel;
  origin: 'bot' | 'direct' | 'transfer' | 'unknown';
  handoffKey?: string;
  customer: Identity;
  queue?: string;
  agentId?: string;
  holdSeconds?: number;
  /** Of a contact that was passed on: from the end of one agent's part to the next agent's answer. */
  waitedAgain?: readonly { from: number; to: number }[];
  attributes: Record<string, string>;
  outcome: Outcome;
  turns: ContactTurn[];
}

export interface Survey {
  /** Stable: the contact's id, or a hash of customer and time. */
  id: string;
  /** The contact's; unknown where the survey does not say it. */
  platform?: string;
  contactId?: string;
  customer: Identity;
  respondedAt?: number;
  csat?: number;
  ces?: number;
  nps?: number;
  complaint?: boolean;
  comment?: string;
}

export interface DefinedIntent {
  name: string;
  description?: string;
  examples: string[];
  requiredSlots: string[];
}

export interface DefinedSlot {
  name: string;
  type?: string;
  description?: string;
  values: string[];
  prompts: string[];
  /** Intents that need it. */
  neededBy: string[];
}

/** The bot's training data as the vendor's own files, or a `bot_definition` record, describe it. */
export interface BotDefinition {
  platform: string;
  botId: string;
  readAt: number;
  locale?: string;
  confidenceThreshold?: number;
  fallbackAction?: string;
  intents: DefinedIntent[];
  slots: DefinedSlot[];
}
