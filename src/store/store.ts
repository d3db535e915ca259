/**
 * What the rest of Handback may ask of a store. Methods are asynchronous and take batches, so that a server database
 * fits behind it without a change in any room.
 */
import type { BotDefinition, Contact, Session, Survey } from '../domain/conversation.js';
import type { JourneyResult } from '../domain/journey.js';
import type { ClockReading, LearnedLinks, Link } from '../domain/link.js';
import type { QuarantineEntry } from '../domain/night.js';
import type { DayCounts, Release, StoredVerification } from '../domain/release.js';
import type { Fault } from '../domain/report.js';
import type { Decision, LabelNoise, Suggestion } from '../domain/suggestion.js';
import type { PastTicket, Ticket, TicketState } from '../domain/ticket.js';
import type { StatedFigures } from '../domain/trend.js';
import type { Deletions } from './deletions.js';
import type { KeptEvidenceStore, StoredLearned } from './kept-evidence.js';
import type { NightLog, NightRun, Span } from './night-log.js';
import type { RecordMarkStore, RecordMarks } from './record-marks.js';

export type { NightRun, Span } from './night-log.js';

/** How many records of a batch were new, differed from what was stored, or were there already. */
export interface Saved {
  added: number;
  changed: number;
  same: number;
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

/** What a night's suggestions rest on. */
export interface SuggestBasis {
  /** Hash of all but the tickets. */
  source: string;
  /** Ids of those that suggestions were sought for. */
  tickets: readonly string[];
}

/** What the store keeps of a night's suggestions beside the suggestions themselves. */
export interface SuggestRecord {
  /** Ids of the suggestions in their order. */
  order: string[];
  labelNoise: LabelNoise | null;
  /** Plug-ins that failed while they were made. */
  faults: Omit<Fault, 'stage'>[];
  /** Nights of earlier versions have none. */
  basis?: SuggestBasis;
}

export interface KeptSuggestions {
  record: SuggestRecord;
  suggestions: Suggestion[];
}

/** All that a night comes to. */
export interface NightParts {
  /** Only those that differ from what nights before this one said. */
  links: readonly StoredLink[];
  learnedLinks: LearnedNight;
  /** Of the records that it linked. */
  marks: RecordMarks;
  /** Tonight; null where what an earlier night learned stands. */
  learned: StoredLearned | null;
  journeys: readonly JourneyResult[];
  tickets: readonly Ticket[];
  figures: readonly Omit<StatedFigures, 'night'>[];
  /** Days that a later night has counted keep that night's counts. */
  dayCounts: readonly DayCounts[];
  verifications: readonly StoredVerification[];
  /** Tickets that come back because their rate has doubled. */
  ticketStates: readonly TicketState[];
  suggestions: readonly Suggestion[];
  suggestRecord: SuggestRecord;
}

export interface Counts {
  sessions: number;
  handoffs: number;
  contacts: number;
  surveys: number;
  quarantined: number;
}

export interface Store extends NightLog, Deletions, KeptEvidenceStore, RecordMarkStore {
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
  /** Platforms of all contacts, by name. */
  contactPlatforms(): Promise<string[]>;
  /** The newest state of a bot's training data; of any bot where `botId` is null. */
  definition(botId: string | null): Promise<BotDefinition | null>;
  /** Every state of its training data from before a moment, in order of time. */
  definitions(
    of: Pick<BotDefinition, 'platform' | 'botId'>,
    before: number,
  ): Promise<BotDefinition[]>;
  /** First and last start of a session; null in an empty store. */
  extent(): Promise<{ first: number; last: number } | null>;
  /** Start of the newest contact that started before a moment; null where there is none. */
  newestContact(before: number): Promise<number | null>;
  counts(): Promise<Counts>;

  /** The newest link of each handoff in the span that a night before this one gave, by session. */
  earlierLinks(night: string, span: Span): Promise<Map<string, Link>>;
  /** What a night learned about linking; null where it linked nothing. */
  learnedLinks(night: string): Promise<LearnedNight | null>;

  /** By session id or contact id, as people write them. */
  journey(id: string): Promise<JourneyResult | null>;
  journeys(filter: { limit: number }): Promise<JourneyResult[]>;

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
  /** Counts of the local dates from one to another, both inclusive, in order. */
  dayCounts(from: string, to: string): Promise<DayCounts[]>;
  /** Of each day and week, what the last night before this one said, in order of period. */
  statedFigures(night: string): Promise<StatedFigures[]>;
  /** What one night said. */
  verificationsOf(night: string): Promise<StoredVerification[]>;
  /** The newest of each release that a night before this one gave. */
  verifications(night: string): Promise<StoredVerification[]>;

  suggestions(night: string): Promise<Suggestion[]>;
  /** What else a night keeps of its suggestions; null where it stored none. */
  suggestRecord(night: string): Promise<SuggestRecord | null>;
  /** Of the newest night before this one that stored any. */
  keptSuggestions(night: string): Promise<KeptSuggestions | null>;

  saveReview(decision: Decision): Promise<void>;
  reviews(): Promise<Decision[]>;

  /**
   * Writes all that a night came to in one transaction: after a kill the store has all of it or nothing. Each part replaces
   * what this night said before; a part that is not given stays as it was.
   */
  saveNight(night: string, parts: Partial<NightParts>): Promise<void>;
  /** Does the work and takes back whatever it wrote. */
  withoutTrace<T>(work: () => Promise<T>): Promise<T>;

  beginRun(night: string, at: number): Promise<void>;
  finishRun(run: {
    night: string;
    status: 'good' | 'suspect' | 'failed';
    at: number;
    message?: string;
  }): Promise<void>;
  runs(limit: number): Promise<NightRun[]>;
  lastGoodNight(): Promise<string | null>;

  close(): Promise<void>;
}
