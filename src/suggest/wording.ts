/** What wordings are compared by. */
import type { Prepared } from '../text/similarity.js';

/** The fewest words at either side that only one wish has; undefined where none of its beginnings, or ends, is so. */
export interface Frame {
  start?: number;
  end?: number;
}

export interface Wording {
  /** See `phraseKey`. */
  key: string;
  prepared: Prepared;
  /** Stems of its words of content. */
  content?: string;
  /** What of it only one wish has. */
  frame?: Frame;
}
