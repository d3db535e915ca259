/** What became of a ticket whose repair went live: its counts by day, and the verdict on them. */
import type { Basis, Category, Owner } from './categories.js';
import type { TicketStatus } from './ticket.js';

/** One day of a cause: how often it was found, among how many sessions it could have been. */
export interface CauseDay {
  /** Local date. */
  day: string;
  events: number;
  exposure: number;
}

/** Someone's word that the repair of a ticket went live. */
export interface Release {
  /** Ticket id. */
  ticket: string;
  /** Local date. */
  on: string;
  note?: string;
}

/** How often a cause was found on one day. */
export interface CauseCount {
  /** Ticket id. */
  id: string;
  category: Category;
  owner: Owner;
  intent?: string;
  basis: Basis;
  events: number;
  /** Sessions that could have had it, where the basis does not say how many. */
  exposure?: number;
}

/** What one day says of every cause: one that it does not name was not found, unless it has an exposure of its own. */
export interface DayCounts {
  /** Local date. */
  day: string;
  sessions: number;
  linked: number;
  /** Sessions by the intent that the bot acted on. */
  intents: [intent: string, sessions: number][];
  causes: CauseCount[];
}

/** A cause's days; a day that is absent was not looked at, which is not zero. */
export interface CauseDays {
  /** Ticket id. */
  id: string;
  category: Category;
  owner: Owner;
  intent?: string;
  basis: Basis;
  days: CauseDay[];
}

export type Verdict = 'verified' | 'no_effect' | 'regressed' | 'too_early';

/** The rate after a release against the rate before, less what unchanged intents did in the same days. */
export interface Verification {
  verdict: Verdict;
  /** Local date of the release, and of the night that says this. */
  release: string;
  night: string;
  /** Local date of the night that decided; absent while it is too early. */
  decided?: string;
  /** Relative change of the rate, -0.5 where it halved, with an interval that holds at all looks together (95 %). */
  change: { value: number; interval: [low: number, high: number] } | null;
  /** Findings a day. */
  rate: { before: number | null; after: number | null };
  /**
   * Days that count before and after; how many after the release a halved rate takes (null: no fall is to be shown). With
   * `end`, a halved rate is waited for until then, and `announced` is when one that is nearly gone shows.
   */
  days: { before: number; after: number; announced: number | null; end?: number };
  /** How many more days until the announced number; null where none was announced, 0 once decided. */
  daysLeft: number | null;
  /** Unchanged causes that it was compared with. */
  controls: number;
  /** One sentence for a person. */
  note: string;
}

/** A ticket whose repair is live, whether or not tonight found its cause at all. */
export interface ReleasedTicket {
  id: string;
  title: string;
  owner: Owner;
  status: TicketStatus;
  verification: Verification;
}

/** The loop's own score over all releases: rates that fell against rates that rose. */
export interface WinLoss {
  wins: number;
  losses: number;
  noEffect: number;
  open: number;
  /** wins / losses; null without a loss. */
  ratio: number | null;
  /** 95 %; null where nothing was won or lost, the upper end null where it is unbounded. */
  interval: [low: number, high: number | null] | null;
}

/** A change of the training data that nobody has named as the release of these open tickets. */
export interface ReleaseCandidate {
  /** Local date on which the changed files are from. */
  day: string;
  intents: string[];
  /** Ids of tickets of those intents that are not released since. */
  tickets: string[];
}

export interface Releases {
  tickets: ReleasedTicket[];
  winLoss: WinLoss;
  candidates: ReleaseCandidate[];
}

/** What a night said of a release. */
export interface StoredVerification {
  ticket: string;
  verification: Verification;
}
