/** The shape of a fictional business: what its customers want, what its bot knows, what its agents ask. Plain data. */

/** How values of a slot look; `values.ts` makes, spells and hears them. */
export type ValueKind =
  | { type: 'digits'; length: number; groups: number }
  | { type: 'phone' }
  | { type: 'email' }
  | { type: 'postcode' }
  | { type: 'amount'; low: number; high: number }
  /** Days before (negative) or after the conversation. `monthFirst`: the bot's date parser reads 3/4 as 4 March. */
  | { type: 'date'; from: number; to: number; monthFirst?: true }
  /** Canonical value to the other ways of saying it, which the bot does not know. */
  | { type: 'choice'; values: Record<string, string[]> };

export interface WorldSlot {
  name: string;
  kind: ValueKind;
  description: string;
  prompt: string;
  reprompt: string;
  /** Agents ask for it on purpose, to check identity. */
  verification?: true;
  /** Noun phrases that the common frames of an ask take in. */
  nouns: string[];
  /** Wordings of its own with which agents ask for it. */
  asks: string[];
  /** What the terse typist writes. */
  terse: string;
}

/** Something that customers want. */
export interface Want {
  name: string;
  /** What an agent calls it: "I can see this is about ...". */
  topic: string;
  queue: string;
  code: string;
  weight: number;
  /** What agents need to solve it. */
  needs: string[];
  /** Customers' real wordings, unlike the training phrases. */
  said: string[];
  /** The story behind it, told to the bot, the agent, or both. */
  details: string[];
  /** What the agent says once it is done. */
  solve: string[];
}

export interface WorldIntent extends Want {
  description: string;
  /** Slots that the bot's form asks for; what `needs` has more is what the definition forgot. */
  requires: string[];
  /** Training phrases, as templates. */
  train: string[];
  action: string;
  answer: string;
  /** Share of the well understood cases that a business rule gives to a human. */
  ruleShare: number;
  ruleText: string;
}

export type AgentStyle = 'warm' | 'plain' | 'terse' | 'formal' | 'chatty';

export interface WorldAgent {
  id: string;
  name: string;
  style: AgentStyle;
}

export interface World {
  id: string;
  company: string;
  botId: string;
  persona: string;
  locale: string;
  /** Below this confidence the bot falls back. */
  threshold: number;
  intents: WorldIntent[];
  /** Wants for which the bot has no intent. */
  uncovered: Want[];
  slots: WorldSlot[];
  generalQueue: string;
  /** Slots that any agent may ask for without the intent needing them. */
  asides: string[];
  /** Wrap-up codes that say nothing. */
  emptyCodes: string[];
  deadEnd: string;
  badHours: { intent: string; from: number; to: number; ruleShare: number; ruleText: string };
  backend: string;
  agents: WorldAgent[];
}
