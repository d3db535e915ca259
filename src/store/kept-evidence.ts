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

export interface KeptEvidenceStore {
  /** By session, where there is any; one that is not wanted any more is replaced by the next that is kept. */
  evidence(kind: EvidenceKind, sessions: readonly string[]): Promise<Map<string, KeptEvidence>>;
  keepEvidence(batch: readonly KeptEvidence[]): Promise<void>;
  /** Hashes of records as they are stored, by id. */
  recordHashes(of: 'sessions' | 'contacts', ids: readonly string[]): Promise<Map<string, string>>;
}
