/** A bot session with a handoff, the agent contact that took it, and everything that was found in the two. */
import type { Category } from './categories.js';
import type { Contact, Identity, Outcome, Session } from './conversation.js';
import type { Link } from './link.js';
import type { Channel, ContextLevel } from './records.js';
import type { RubricScore } from './rubric.js';

/** A turn of one of the two sides, for example `bot:3` or `agent:0` (position in that side's `turns`). */
export type TurnRef = `bot:${number}` | `agent:${number}`;

/** Both sides of a handoff. `contact` is absent where none was linked; surveys are already in its outcome. */
export interface Journey {
  session: Session;
  contact?: Contact;
  link: Link;
}

/** What the bot did about a slot: the four ways in which an agent comes to ask. */
export type BotSide =
  | 'never_asked'
  | 'asked_not_captured'
  | 'said_not_captured'
  | 'captured'
  | 'captured_differently';
export type AgentSide = 'not_asked' | 'asked' | 'verified';

/** One row of the slot ledger. */
export interface LedgerEntry {
  slot: string;
  bot: BotSide;
  agent: AgentSide;
  /** 0 to 1: how sure the reading of the agent's turn is; 1 where the agent did not ask. */
  confidence: number;
  /** Where the bot asked or was told, and where the agent asked and was answered. */
  turns: TurnRef[];
  /** The definition says so, or agents ask for it in most journeys of the intent. */
  needed: boolean;
}

export interface Finding {
  category: Category;
  intent?: string;
  slot?: string;
  /** 0 to 1: how sure the detector is. */
  confidence: number;
  /** Explains the handoff best; exactly one a journey. */
  primary: boolean;
  /** The category of the earlier finding that it follows from. */
  causedBy?: Category;
  turns: TurnRef[];
  /** What was seen and what should have been, as short phrases for a person. */
  actual: string;
  expected: string;
  /**
   * Seconds visibly spent on it: the customer's with the bot, and those with the agent, which are the customer's and the
   * agent's both. Absent where no turns show it.
   */
  spent?: { bot: number; agent: number };
}

/** The way through a handoff, in order of time. */
export const effortStages = [
  'bot',
  'wait',
  'identify',
  'explain',
  'solve',
] as const satisfies (keyof Effort)[];

/** Seconds in each stage of the handoff tax; null where a time is missing. Unknown is not zero. */
export interface Effort {
  bot: number | null;
  wait: number | null;
  identify: number | null;
  explain: number | null;
  solve: number | null;
}

/** One independent signal of what the customer wanted. The bot's own prediction is never one. */
export interface IntentSignal {
  source:
    | 'wrap_up_code'
    | 'queue'
    | 'slots_asked'
    | 'agent_words'
    | 'words_to_agent'
    | 'words_to_bot';
  /** Best intent of this signal; null means "none of the bot's intents". */
  intent: string | null;
  probability: number;
}

export interface TrueIntent {
  /** null: none of the bot's intents. */
  name: string | null;
  probability: number;
  signals: IntentSignal[];
  /** `label`: two signals agree; `review`: one alone; `none`: nothing is claimed. */
  standing: 'label' | 'review' | 'none';
}

/** The agent side shows a wish for which the bot has no intent. */
export const isUncovered = ({ name, standing }: Pick<TrueIntent, 'name' | 'standing'>): boolean =>
  standing !== 'none' && name === null;

/** The intent that a journey is about: what the agent side shows, where it claims one, else what the bot acted on. */
export function intentInQuestion(
  truth: Pick<TrueIntent, 'name' | 'standing'>,
  acted: string | undefined,
): string | undefined {
  return (truth.standing === 'none' ? null : truth.name) ?? acted;
}

export type HandoffReason = NonNullable<NonNullable<Session['handoff']>['reason']>;

/** Why and with which words the bot handed over. */
export interface JourneyHandoff {
  reason: HandoffReason;
  /** The bot's log does not say it; its last turns show it. */
  inferred: boolean;
  /**
   * The bot's last lines, in order, verbatim from the redacted store: what it said since the customer's last turn but one, and
   * what it said last however long ago; absent where it said nothing.
   */
  closing?: ClosingLine[];
}

/** A bot's line, with the action behind it where the log names one. */
export interface ClosingLine {
  text: string;
  action?: string;
}

/** What one journey comes to: a line of `journeys.ndjson` and all that cohorts, rank and suggest need of it. */
export interface JourneyResult {
  session: string;
  sessionId: string;
  contact: string | null;
  contactId: string | null;
  link: Link;
  startedAt: number;
  handoffAt: number;
  handoff: JourneyHandoff;
  /** Local date (YYYY-MM-DD) and hour (0 to 23) of the session's start in the business's time zone. */
  day: string;
  hour: number;
  channel: Channel;
  /** Of the session's locale: `en` of `en-GB`. */
  language?: string;
  queue?: string;
  agentId?: string;
  /** The intent that the bot acted on last; absent where it recognised none. */
  botIntent?: string;
  contextLevel?: ContextLevel;
  outcome: Outcome;
  ledger: LedgerEntry[];
  findings: Finding[];
  effort: Effort;
  /**
   * Seconds from the handoff to the agent's answer, and from there to the end, known without a transcript, too; absent
   * without a contact or its times.
   */
  handling?: { waited: number; handled: number };
  /** Whether the customer came back within seven days; absent where that is not known, or not yet. */
  returned?: boolean;
  /** How often the customer had to repeat something to the agent. */
  repeats: number;
  /** What these repeats took; null without the agent's transcript. */
  repeatSeconds: number | null;
  trueIntent: TrueIntent;
  /** The customer turn of the bot session that carries the intent, redacted; absent where none does. */
  utterance?: Utterance;
  /** What the agent said that solved it, verbatim from the redacted store; empty where it was not solved, or is not known. */
  resolution: { turn: TurnRef; text: string }[];
  /** 0 to 100 on the rubric; null where nothing could be judged. */
  score: number | null;
  /** The same for the bot, the handoff and the agent, with the criteria that could be judged. */
  scores: RubricScore;
  /** Verbatim redacted texts of every turn that a finding points at. */
  quotes: Partial<Record<TurnRef, string>>;
  /** Those of them that the customer said; absent where a store from before does not say it. */
  customerTurns?: TurnRef[];
}

/** A customer's turn of a bot session. */
export interface Utterance {
  turn: number;
  /** Redacted. */
  text: string;
  /** Slot values inside `text`, in UTF-16 units, end exclusive. */
  entities: { slot: string; start: number; end: number }[];
  /** The bot's best intent for it, whether or not that was sure enough to act on. */
  guess?: { intent: string; confidence: number };
}

/** One appearance of a customer: a bot session with the contacts that followed it, or a contact of its own. */
export interface Visit {
  /** `Session.id` or `Contact.id`. */
  id: string;
  /** Keyed hashes. */
  customer: Identity;
  from: number;
  to: number;
  /** Local date of its start. */
  day: string;
  /** A session's outcome; contacts came directly, or were passed on by a bot or another agent. */
  kind: Session['outcome'] | 'direct' | 'passed_on';
  /** A session whose contact is known for sure. */
  linked?: true;
  intent?: string;
  /** Wrap-up code. */
  code?: string;
}

/** What the bot did by itself, and the intent that it took it for. */
export interface Handled {
  utterance: Utterance;
  intent: string;
}

/** What the cohorts need of every bot session, escalated or not. */
export interface SessionSummary {
  day: string;
  hour: number;
  intent?: string;
  outcome: Session['outcome'];
  channel: Channel;
  backendError: boolean;
}

/** What the cohorts and the rank need of an agent contact that did not come from the bot. */
export interface DirectContact {
  day: string;
  hour: number;
  channel: Channel;
  queue?: string;
  /** Seconds from entering the queue to the agent's first solving turn; null where unknown. */
  secondsToSolving: number | null;
  handleSeconds: number | null;
  outcome: Outcome;
}
