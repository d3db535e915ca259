/** A night in a few lines: plain text in which nothing is markup yet. */
export interface Digest {
  title: string;
  sentences: string[];
  /** The first repairs, a line each. */
  repairs: string[];
}
