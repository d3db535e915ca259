import type { Language } from '../language/language.js';
import type { SpelledWord } from '../language/spelled-search.js';
import type { Signals } from './signals.js';

/** What a person said when asked for a value of one kind. */
export interface Answer {
  text: string;
  signals: Signals;
  words: readonly SpelledWord[];
  language: Language;
  /** ISO 3166 code of the country whose spellings are meant. */
  region: string;
  /** Words that lead up to a value or follow it ("it is", "thanks"), in lower case. */
  fillers: ReadonlySet<string>;
}

export interface AskedValue {
  /** UTF-16 units, end exclusive. */
  start: number;
  end: number;
  /** The canonical form of the value (see `canonical.ts`); where absent, that of its words. */
  form?: string;
}

/** A kind of value that can be told from its question where its own looks do not suffice. */
export interface AskedKind {
  id: string;
  /** Cheap: where it is false, `read` is not called. */
  mayRead(answer: Answer): boolean;
  read(answer: Answer): AskedValue | null;
}
