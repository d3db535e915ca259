/** Everything that a night has to say. Exporters receive it finished and compute nothing. */
import type { AskReading } from './ask-reading.js';
import type { Category } from './categories.js';
import type { ContactTurn, SessionTurn } from './conversation.js';
import type { Losses, OwnerFigures } from './figures.js';
import type { JourneyResult, TurnRef } from './journey.js';
import type { ClockReading, LearnedLinks, LinkChange } from './link.js';
import type { ContextLevel } from './records.js';
import type { Releases } from './release.js';
import type { ScreenPop } from './screen-pop.js';
import type { LabelNoise, Suggestion } from './suggestion.js';
import type { Ticket, Window } from './ticket.js';
import type { Restatement, WeekFigures } from './trend.js';

export interface RunSummary {
  bot: string;
  /** Local dates, both inclusive. */
  from: string;
  to: string;
  timeZone: string;
  /** Language tag by which numbers, dates and money are written. */
  locale: string;
  journeyOwner: string | null;
  /** Of all amounts of money, as the config names it. */
  currency: string;
  /** What is missing of the night's data; absent for a good night. */
  suspect?: readonly string[];
  /** The night that is in force in place of a suspect one; null where none is. */
  inForce?: string | null;
  /** Whom to ask for the records of a source, as the config says; absent where nothing is missing. */
  ask?: readonly { source: string; contact: string }[];
  /** Bot sessions in the window, escalated or not. */
  sessions: number;
  links: {
    handoffs: number;
    linked: number;
    possible: number;
    none: number;
    /** Mean posterior of the links that are `linked`; null without any. */
    expectedPrecision: number | null;
    byMethod: { key: number; identity: number; scored: number };
    /** Journeys with more than one contact: transfers, and a second handoff with the same key. */
    withLegs: number;
    /** Links that an earlier night saw otherwise. */
    changed: number;
    clocks: ClockReading[];
  };
  /** Agent contacts in the window: all, those that the links claim, and those of direct origin. */
  contacts: { total: number; linked: number; direct: number };
}

/** A burst on one day: no pattern, so no ticket. */
export interface Incident {
  day: string;
  from: number;
  to: number;
  intent?: string;
  failed: number;
  expected: number;
  note: string;
}

/** A twenty-journey sample to read end to end, both sides next to each other. */
export interface SampledJourney {
  result: JourneyResult;
  bot: SessionTurn[];
  agent: ContactTurn[];
  highlights: Partial<Record<TurnRef, Category[]>>;
  /** What the agent was given as the session escalated, as the platform says; null where it does not. */
  given: { level: ContextLevel; text?: string } | null;
  /** What `handback summary` would have shown. */
  pop: ScreenPop;
}

export interface UnlinkedSide {
  reason: string;
  count: number;
}

/** A day of which one side has no records. */
export interface Gap {
  /** Local date. */
  day: string;
  /** `queue`: the contacts of some queues alone. */
  missing: 'contacts' | 'queue' | 'handoffs';
  note: string;
}

/** What one platform brought. */
export interface PlatformDay {
  platform: string;
  side: 'sessions' | 'contacts';
  /** Local date of its newest record in the window; null where there is none. */
  newest: string | null;
  /** On the night's own day. */
  count: number;
  /** What a day of that weekday usually brings; null where too few are known. */
  usual: number | null;
}

/** A plug-in that failed in a stage of the night. */
export interface Fault {
  stage: string;
  /** Its id. */
  plugin: string;
  message: string;
}

export interface Report {
  run: RunSummary;
  /** Findings by category, and how many of them are primary. `unknown` is published, never hidden. */
  findings: { category: Category; findings: number; primary: number; share: number }[];
  tickets: Ticket[];
  /** What became of the tickets whose repair went live. */
  releases: Releases;
  suggestions: Suggestion[];
  /** null where there were no labels, or nothing to judge them with. */
  labelNoise: LabelNoise | null;
  /** How well contacts were read: while it is not well, changes of slots, or phrases, are held back. */
  reading: AskReading;
  figures: OwnerFigures;
  /** Weeks before the window, as the last night that saw them whole gave them, and those in it. */
  weeks: WeekFigures[];
  restated: Restatement[];
  incidents: Incident[];
  losses: Losses;
  timeOfDay: {
    windowsTested: number;
    /** The smallest rise that would have been seen with 80 % power, for the intents with most sessions. */
    smallestEffect: { intent: string; window: Window; baseRate: number; detectableRate: number }[];
    /** Why nothing could be tested, if so. */
    note: string | null;
  };
  /** What the links without a key rest on; null where there were none. */
  linkModel: LearnedLinks | null;
  linkChanges: LinkChange[];
  unlinked: { handoffs: UnlinkedSide[]; contacts: UnlinkedSide[]; gaps: Gap[] };
  platforms: PlatformDay[];
  samples: SampledJourney[];
  journeys: JourneyResult[];
  quarantine: { total: number; reasons: { source: string; reason: string; count: number }[] };
  /** What failed; the night went on without what it would have found. */
  faults: Fault[];
  engine: string;
}
