/** What was worked out of stored records, kept so that no later night has to do it again. */

/** Traces are what a journey teaches, readings how its words were heard, judged what its detectors found. */
export type EvidenceKind = 'trace' | 'reading' | 'judged';

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

/** What a journey teaches the second reading of others. */
export interface StoredLesson {
  /** `Session.id`. */
  session: string;
  /** Hash of what all lessons of the night hang on beside the journeys, and of how many journeys they were chosen. */
  source: string;
  learnedFrom: number;
  /** JSON. */
  body: string;
}

/** All that one night chose, in order of session. */
export interface KeptLessons extends Pick<StoredLesson, 'source' | 'learnedFrom'> {
  night: string;
  lessons: string[];
}

export interface KeptEvidenceStore {
  /** By session, where there is any; one that is not wanted any more is replaced by the next that is kept. */
  evidence(kind: EvidenceKind, sessions: readonly string[]): Promise<Map<string, KeptEvidence>>;
  keepEvidence(batch: readonly KeptEvidence[]): Promise<void>;
  /** The newest that a night before this one chose; null where none did. */
  lessons(night: string): Promise<KeptLessons | null>;
  /** Hashes of records as they are stored, by id. */
  recordHashes(of: 'sessions' | 'contacts', ids: readonly string[]): Promise<Map<string, string>>;
}
