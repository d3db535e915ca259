import type { Span } from './night-log.js';

/** Marks are kept by whole hours of this length; who writes them and who compares them must count alike. */
export const markedMs = 3_600_000;

/** A hash of all handoffs and contacts of each hour (in hours since 1970): another hash, other records. Hours without any are absent. */
export type RecordMarks = Record<string, string>;

export interface RecordMarkStore {
  /** Of the records as they are stored now, by the moments of handoffs and the starts of contacts. */
  recordMarks(span: Span): Promise<RecordMarks>;
  /** Those by which the newest night before this one linked; null where none is kept. */
  marksBefore(night: string): Promise<RecordMarks | null>;
}
