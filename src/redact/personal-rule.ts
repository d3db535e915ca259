import type { Language } from '../language/language.js';
import type { Signals } from './signals.js';

/** One personal value in a text. */
export interface PersonalValue {
  kind: string;
  /** UTF-16 units, end exclusive. */
  start: number;
  end: number;
  /** The canonical form of the value; where absent, that of its words. */
  form?: string;
}

/** A text as the rules see it: what is no longer, or was never, personal is blanked out, place by place. */
export interface Scene {
  /** Tokens and placeholders blanked. */
  text: string;
  /** Also prices, measures, times and dates blanked: what digits remain may be somebody's. */
  numbers(): string;
  /** What one pass over the text has shown. */
  signals: Signals;
  language: Language;
  /** ISO 3166 code of the country whose spellings are meant. */
  region: string;
  /** Words, in lower case, that the bot's customers talk about: no names for being in no dictionary. */
  known: ReadonlySet<string>;
}

/** One kind of personal data. Rules are asked in the order of the registry; where two overlap, the earlier wins. */
export interface PersonalRule {
  id: string;
  /** Cheaper still than `hint`: where the text lacks the signs for it, not even that is tried. */
  needs(signals: Signals): boolean;
  /** Cheap: where it does not match, `find` is not called. */
  hint: RegExp;
  find(scene: Scene): PersonalValue[];
}

/**
 * Every match of a global pattern as a value; with a group `value`, that group's place alone. The group must end the match:
 * its place is then known without the flag `d`, with which patterns take several times as long.
 */
export function valuesOf(kind: string, pattern: RegExp, text: string): PersonalValue[] {
  const found: PersonalValue[] = [];
  // `matchAll` would copy the pattern for each text.
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    const end = match.index + match[0].length;
    found.push({ kind, start: end - (match.groups?.value ?? match[0]).length, end });
    if (match[0] === '') pattern.lastIndex += 1;
  }
  return found;
}
