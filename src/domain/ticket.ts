/** All findings with the same cause, for one owner. */
import type { Category, Owner } from './categories.js';
import type { HandoffReason, TurnRef } from './journey.js';
import type { RepairKind } from './repair.js';

export type TicketStatus =
  | 'new'
  | 'open'
  | 'accepted'
  | 'released'
  | 'verified'
  | 'no_effect'
  | 'regressed'
  | 'dismissed';

/** Hours of the local day, `from` inclusive, `to` exclusive; 22 to 2 wraps midnight. */
export interface Window {
  days: 'weekdays' | 'weekend' | 'all';
  from: number;
  to: number;
}

/** What stands behind bad hours; `rule`: a line with which the bot stops in them; `opening_hours`: too few agents, or none. */
export type WindowCause = 'bot' | 'rule' | 'backend' | 'opening_hours' | 'unknown';

export interface Quote {
  sessionId: string;
  contactId: string | null;
  turns: TurnRef[];
  /** Verbatim from the redacted store. */
  quote: string;
}

/** One addend of a ticket's value. `amount` is in the unit a week; the parts of one unit add up to its total. */
export interface ValuePart {
  factor: string;
  amount: number;
  unit: 'minutes' | 'money';
  note: string;
}

export interface TicketValue {
  minutesPerWeek: number;
  /** 90 % interval of minutesPerWeek. */
  interval: [low: number, high: number];
  moneyPerWeek: number | null;
  /**
   * What it is surely worth, in money a week: the lower end of time and money together, a customer's minute at the price of
   * an agent's. Tickets are ordered by it. Null without a price of minutes.
   */
  surelyPerWeek: number | null;
  parts: ValuePart[];
}

/** A cause before it is ranked: what cohorts and findings come to. */
export interface Cause {
  category: Category;
  owner: Owner;
  intent?: string;
  slot?: string;
  window?: Window;
  windowCause?: WindowCause;
  /** `JourneyResult.session` of every journey with the cause, in order of time. */
  sessions: string[];
  /** Those for which this cause is the primary finding. */
  primarySessions: string[];
  evidence: Quote[];
  /** Still there without the weak links. */
  robust: boolean;
}

/** What one cause of a repair is told from others by: the unit that is counted day by day. */
export interface CausePart {
  category: Category;
  intent?: string;
  slot?: string;
  cluster?: string;
  window?: Window;
}

/** One unit of work for one owner in one place, and all causes that it would end. */
export interface Repair extends Cause {
  repair: RepairKind;
  title: string;
  /** Two sentences, and of bad hours two more. */
  why: string;
  /** What tells it from others of its kind: an intent, a slot, a wrap-up code, hours; empty where there is one alone. */
  key: string;
  /** `category`, `intent` and `slot` are those of the largest cause, and the only ones. */
  intents: string[];
  slots: string[];
  /** Journeys by category, most first. */
  categories: { category: Category; journeys: number }[];
  /** Why the bot handed over in its journeys, most frequent first. */
  handoffReasons: { reason: HandoffReason; journeys: number }[];
  /** What the bot said last in them: the most frequent wording, and in how many. */
  lastWords?: { text: string; journeys: number };
  /** False for what fails no more often than is usual on this bot. */
  beyondUsual: boolean;
  parts: CausePart[];
}

export interface Ticket extends Repair {
  /** Hash of the kind of repair, the bot and the key: the same work keeps it every night. */
  id: string;
  rank: number;
  /** Surely worth something, and among as many as people can read. */
  listed: boolean;
  status: TicketStatus;
  journeys: number;
  /** Share of the intent's handoffs (of all handoffs where there is no intent), 0 to 1. */
  share: number;
  value: TicketValue;
  trend: { thisWeek: number; lastWeek: number; change: number };
  suggestions: string[];
  /** Local date of the first night that saw it. */
  since: string;
}

/** A ticket of a night before, and what people decided of it. */
export interface PastTicket {
  id: string;
  since: string;
  /** Of the last night before; absent where that had no such ticket. */
  rank?: number;
  listed?: boolean;
  status: TicketStatus;
  /** Local date from which a person's decision holds. */
  decidedOn?: string;
}

export interface TicketState {
  id: string;
  /** Local date from which it holds. */
  on: string;
  status: TicketStatus;
  by?: string;
}
