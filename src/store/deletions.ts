/** What a store deletes for good: by age, and for one customer. */

import type { Survey } from '../domain/conversation.js';

/** How many rows of each table were changed or deleted. */
export type RowCounts = Record<string, number>;

/** Ids of a customer's records, and all strings by which anything else may know of them. */
export interface CustomerRecords {
  sessions: string[];
  contacts: string[];
  surveys: string[];
  /** Ids and keyed hashes; none shorter than three characters. */
  traces: string[];
}

export interface Deletions {
  /**
   * Empties what customers and agents said before a moment, and who they were: transcripts, identities, attributes, comments and
   * quotes. Findings, outcomes and figures stay. Suggestions of nights before `night` go.
   */
  purge(before: number, night: string): Promise<RowCounts>;
  /**
   * The records that carry one of the hashes or ids, those that are linked to them, and all others of the same customer.
   * @param hashes keyed hashes, 16 hex digits
   * @param ids session or contact ids
   */
  customerRecords(hashes: readonly string[], ids: readonly string[]): Promise<CustomerRecords>;
  /**
   * Deletes the records and whatever in any table names a trace. `phrases` are the customer's words that stood in suggestions.
   * @throws Error where a trace is left after all
   */
  erase(
    records: CustomerRecords,
  ): Promise<{ rows: RowCounts; phrases: string[]; nights: string[] }>;
  /**
   * Every keyed hash becomes what `rehash` makes of it, in identities, slot values, tokens and ids, and the setting says so; what
   * is worked out again anyway goes. In one transaction.
   * @param surveyId of a survey that names no contact, whose id is a hash of who answered and when
   */
  rehash(
    rehash: (digits: string) => string,
    surveyId: (survey: Survey) => string,
    setting: { name: string; value: string },
  ): Promise<RowCounts>;
  /** Writes the file anew, without free pages, and empties the log beside it: what was deleted is in neither. */
  vacuum(): Promise<void>;
}

/** Setting: the first local date of which conversations are kept; what is older was purged. */
export const purgedSetting = 'purged_before';
