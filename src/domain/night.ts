/** What is kept of how a night went: what it read, what its day brought, and what was missing. */

import type { AskReading } from './ask-reading.js';

/** How many records one platform brought, by its name. */
export type ByPlatform = Record<string, number>;

/** What a span of time brought, by when sessions and contacts started. */
export interface Delivered {
  sessions: ByPlatform;
  contacts: ByPlatform;
  /** Of the sessions of all platforms. */
  handoffs: number;
  /** Answered in the week that ends with the span: they come days late. Unknown of nights that did not count them. */
  surveys?: number;
}

/** A record that was set aside. What it held is not kept: it may be personal. */
export interface QuarantineEntry {
  file: string;
  /** Counted from 1. */
  line: number;
  /** Source plug-in. */
  source: string;
  reason: string;
}

/** One input file as a night read it. */
export interface FileRead {
  fingerprint: string;
  /** Records and faults, and those of them that were set aside. */
  read: number;
  quarantined: number;
  /**
   * The same by local date, of a record that cannot be read that of the one before it, or of the first; absent in records of earlier
   * versions, and where no record of the file tells a day.
   */
  days?: Record<string, RecordCounts>;
}

export interface RecordCounts {
  read: number;
  quarantined: number;
}

export interface LinkedShare {
  handoffs: number;
  /** Linked or possible. */
  found: number;
}

/** Kept of every night that ran to its end, good or suspect. */
export interface NightRecord {
  version: string;
  /** Of the whole config except where it lies and how many threads there are. */
  configHash: string;
  /** By path: what any run of this night read. */
  files: Record<string, FileRead>;
  /** What the night's own day had brought when the night ran. */
  delivered: Delivered;
  /** Handoffs of the night's own day. */
  links: LinkedShare;
  /** How well its agents were read; absent in records of earlier versions. */
  reading?: AskReading;
  /** By stage. */
  seconds: Record<string, number>;
  /** Why the night is not to be relied on; empty for a good one. */
  suspect: string[];
}
