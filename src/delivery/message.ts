import type { Digest } from '../domain/digest.js';

export interface Message extends Digest {
  /** Where the report can be opened; null where nobody said. */
  link: string | null;
  /** The report's own page, for an attachment. */
  report: string;
}
