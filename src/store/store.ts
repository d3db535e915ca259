/**
 * What the rest of Handback may ask of a store. Methods are asynchronous and take batches, so that a server database
 * fits behind it without a change in any room.
 */
import type { BotDefinition, Contact, Session, Survey } from '../domain/conversation.js';
import type { ClockReading, JourneyResult, LearnedLinks, Link } from '../domain/journey.js';
import type { DayCounts, Release, Verification } from '../domain/release.js';
import type { Decision, Suggestion } from '../domain/suggestion.js';
import type { Ticket, TicketStatus } from '../domain/ticket.js';
import type { StatedFigures } from '../domain/trend.js';

/** A record that was set aside. What it held is not kept: it may be personal. */
export interface QuarantineEntry {
  file: string;
  line: number;
  /** Source plug-in. */
  source: string;
  reason: string;
}

/** How many records of a batch were new, differed from what was stored, or were there already. */
export interface Saved {
  added: number;
  changed: number;
  same: number;
}

/** Moments in epoch ms; `from` inclusive, `to` exclusive. */
export interface Span {
  from: number;
  to: number;
}

export interface Run {
  /** Local date. */
  night: string;
  status: 'running' | 'good' | 'failed';
  startedAt: number;
  finishedAt?: number;
  message?: string;
}

export interface StoredLink {
  link: Link;
  handoffAt: number;
}

export interface LearnedNight {
  model: LearnedLinks | null;
  clocks: ClockReading[];
}

export interface StoredTicket {
  night: string;
  ticket: Ticket;
}

/** A ticket of a night before, and what people decided of it. */
export interface PastTicket {
  id: string;
  since: string;
  /** Of the last night before; absent where that had no such ticket. */
  rank?: number;
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

/** What a night said of a release. */
export interface StoredVerification {
  ticket: string;
  verification: Verification;
}

export interface Counts {
  sessions: number;
  handoffs: number;
  contacts: number;
  surveys: number;
  quarantined: number;
}

export interface Store {
  saveSessions(batch: readonly Session[]): Promise<Saved>;
  saveContacts(batch: readonly Contact[]): Promise<Saved>;
  saveSurveys(batch: readonly Survey[]): Promise<Saved>;
  saveDefinition(definition: BotDefinition): Promise<Saved>;

  /** Whether this file was read to its end with this fingerprint. */
  wasRead(file: string, fingerprint: string): Promise<boolean>;
  /** Forgets what was set aside of a file, since it is read anew. */
  beginFile(file: string): Promise<void>;
  finishFile(file: string, fingerprint: string): Promise<void>;
  saveQuarantine(batch: readonly QuarantineEntry[]): Promise<void>;
  quarantine(): Promise<QuarantineEntry[]>;

  /** Sessions that started in the span, in order of start and id, in pages. */
  sessions(span: Span): AsyncIterable<Session[]>;
  /** Contacts that entered the queue in the span, in order of start and id, in pages. */
  contacts(span: Span): AsyncIterable<Contact[]>;
  sessionsById(ids: readonly string[]): Promise<Session[]>;
  contactsById(ids: readonly string[]): Promise<Contact[]>;
  allSurveys(): Promise<Survey[]>;
  /** The newest state of a bot's training data; of any bot where `botId` is null. */
  definition(botId: string | null): Promise<BotDefinition | null>;
  /** Every state of its training data from before a moment, in order of time. */
  definitions(
    of: Pick<BotDefinition, 'platform' | 'botId'>,
    before: number,
  ): Promise<BotDefinition[]>;
  /** First and last start of a session; null in an empty store. */
  extent(): Promise<{ first: number; last: number } | null>;
  counts(): Promise<Counts>;

  /** The newest link of each handoff in the span that a night before this one gave, by session. */
  earlierLinks(night: string, span: Span): Promise<Map<string, Link>>;
  /** Replaces what this night said before; links are kept only where they differ from the earlier ones. */
  saveLinks(night: string, batch: readonly StoredLink[], learned: LearnedNight): Promise<void>;
  /** What a night learned about linking; null where it linked nothing. */
  learnedLinks(night: string): Promise<LearnedNight | null>;

  saveJourneys(night: string, batch: readonly JourneyResult[]): Promise<void>;
  /** By session id or contact id, as people write them. */
  journey(id: string): Promise<JourneyResult | null>;
  journeys(filter: { limit: number }): Promise<JourneyResult[]>;

  /** Replaces what this night said before. */
  saveTickets(night: string, tickets: readonly Ticket[]): Promise<void>;
  /** First night of every ticket seen before or on a night, and what people decided of it by then. */
  ticketHistory(night: string): Promise<PastTicket[]>;
  tickets(night: string): Promise<Ticket[]>;
  ticket(id: string): Promise<StoredTicket[]>;
  /** What a person (or the doubling of a rate) decided, from a local date on; in place of what was decided on that date. */
  saveTicketState(state: TicketState): Promise<void>;

  /** One release a ticket and day; the note of the last word. */
  saveRelease(release: Release): Promise<void>;
  /** Takes back a release; false where there is none. */
  removeRelease(release: Pick<Release, 'ticket' | 'on'>): Promise<boolean>;
  /** Releases up to a night, in order of date and ticket. */
  releases(night: string): Promise<Release[]>;
  /** Days that a later night has counted keep that night's counts. */
  saveDayCounts(night: string, days: readonly DayCounts[]): Promise<void>;
  /** Counts of the local dates from one to another, both inclusive, in order. */
  dayCounts(from: string, to: string): Promise<DayCounts[]>;
  /** Replaces what this night said before. */
  saveFigures(night: string, stated: readonly Omit<StatedFigures, 'night'>[]): Promise<void>;
  /** Of each day and week, what the last night before this one said, in order of period. */
  statedFigures(night: string): Promise<StatedFigures[]>;
  /** Replaces what this night said before. */
  saveVerifications(night: string, batch: readonly StoredVerification[]): Promise<void>;
  /** What one night said. */
  verificationsOf(night: string): Promise<StoredVerification[]>;
  /** The newest of each release that a night before this one gave. */
  verifications(night: string): Promise<StoredVerification[]>;

  /** Replaces what this night said before. */
  saveSuggestions(night: string, suggestions: readonly Suggestion[]): Promise<void>;
  suggestions(night: string): Promise<Suggestion[]>;

  saveReview(decision: Decision): Promise<void>;
  reviews(): Promise<Decision[]>;

  beginRun(night: string, at: number): Promise<void>;
  finishRun(run: {
    night: string;
    status: 'good' | 'failed';
    at: number;
    message?: string;
  }): Promise<void>;
  runs(limit: number): Promise<Run[]>;
  lastGoodNight(): Promise<string | null>;

  close(): Promise<void>;
}
