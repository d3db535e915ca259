/** What wordings are compared by. */
import type { Prepared } from '../text/similarity.js';

/** The fewest words that a wording begins with, and ends with, and that customers say for one wish alone; undefined where none are so. */
export interface OwnEnds {
  start?: number;
  end?: number;
}

export interface Wording {
  /** See `phraseKey`. */
  key: string;
  prepared: Prepared;
  /** Stems of its words of content. */
  content?: string;
  ownEnds?: OwnEnds;
}
