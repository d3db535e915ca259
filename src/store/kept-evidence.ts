/** What was worked out of stored records, kept so that no later night has to do it again. */
import type { Span } from './night-log.js';

/** Traces are what a journey teaches, judged what its detectors found. */
export type EvidenceKind = 'trace' | 'judged';

export interface KeptEvidence {
  /** `Session.id`. */
  session: string;
  kind: EvidenceKind;
  /** The night that worked it out. */
  night: string;
  /** Hash of all that it was worked out of: with another one the evidence is worth nothing. */
  source: string;
  /** JSON. */
  body: string;
}

export type RecordSide = 'sessions' | 'contacts';

/** What was worked out of all records of a side that began on one day. */
export interface KeptDay {
  side: RecordSide;
  /** First moment of the day. */
  startsAt: number;
  /** Hash of all that it was worked out of, as with evidence. */
  source: string;
  /** JSON, in the order of the records; several, since no string holds the whole day of a large bot. */
  parts: readonly string[];
}

/** What a journey teaches the second reading of others. */
export interface StoredLesson {
  /** `Session.id`. */
  session: string;
  /** JSON. */
  body: string;
}

/** What one night learned from all its journeys. */
export interface StoredLearned {
  /** Hash of what it depends on beside the journeys. */
  source: string;
  /** Journeys with a contact. */
  learnedFrom: number;
  /** In whatever form the code of `source` wrote it. */
  body: Uint8Array;
  lessons: readonly StoredLesson[];
}

/** `lessons`: bodies, in order of session. */
export interface KeptLearned extends Omit<StoredLearned, 'lessons'> {
  night: string;
  lessons: string[];
}

export interface KeptEvidenceStore {
  /** By session, where there is any; one that is not wanted any more is replaced by the next that is kept. */
  evidence(kind: EvidenceKind, sessions: readonly string[]): Promise<Map<string, KeptEvidence>>;
  /** In one transaction, one after another: what is to be kept need not be in memory at once. */
  keepEvidence(batch: Iterable<KeptEvidence>): Promise<void>;
  /** Null where nothing is kept of the day. */
  keptDay(side: RecordSide, startsAt: number): Promise<KeptDay | null>;
  /** In place of what was kept of the day. */
  keepDay(day: KeptDay): Promise<void>;
  /** One hash of the ids and hashes of all records that began in a span. */
  recordsHash(side: RecordSide, span: Span): Promise<string>;
  /** What the newest night before this one that learned has learned; null where none did. */
  learned(night: string): Promise<KeptLearned | null>;
  /** Bodies by key. */
  classifiers(): Promise<Map<string, Uint8Array>>;
  /** Beside those that were kept for the same; those that were kept for something else go. */
  keepClassifiers(judgedBy: string, batch: ReadonlyMap<string, Uint8Array>): Promise<void>;
  /** Hashes of records as they are stored, by id. */
  recordHashes(of: RecordSide, ids: readonly string[]): Promise<Map<string, string>>;
}
