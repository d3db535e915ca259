/** One personal value in a text. */
export interface PersonalValue {
  kind: string;
  /** UTF-16 units, end exclusive. */
  start: number;
  end: number;
}

/** A text as the rules see it: what is no longer, or was never, personal is blanked out, place by place. */
export interface Scene {
  /** Tokens and placeholders blanked. */
  text: string;
  /** Also prices, measures, times and dates blanked: what digits remain may be somebody's. */
  numbers(): string;
  /** ISO 3166 code of the country whose spellings are meant. */
  region: string;
}

/** One kind of personal data. Rules are asked in the order of the registry; where two overlap, the earlier wins. */
export interface PersonalRule {
  id: string;
  /** Cheap: where it does not match, `find` is not called. */
  hint: RegExp;
  find(scene: Scene): PersonalValue[];
}

/** Every match of a global pattern as a value; with a group `value`, that group's place alone (needs the flag `d`). */
export function valuesOf(kind: string, pattern: RegExp, text: string): PersonalValue[] {
  return Array.from(text.matchAll(pattern), (match) => {
    const [start, end] = match.indices?.groups?.value ?? [
      match.index,
      match.index + match[0].length,
    ];
    return { kind, start, end };
  });
}
