/** Sentences and their parts, and words with some of their parts taken out. */
import type { Phrase } from '../domain/suggestion.js';

export type Spoken = Pick<Phrase, 'text' | 'entities'>;

/** UTF-16 offsets, end exclusive. */
export interface Range {
  start: number;
  end: number;
}

/** A point inside a number or an address parts nothing, nor does one behind a short word without a vowel ("St. John's"). */
const parting =
  /(?:(?<!(?<!\p{L})[b-df-hj-np-tv-xz]{2,3}(?=\.\s))[.!?;…:]+|,|\s[-–—])(?=\s|$)|\n+/giu;

/** Sentences, and their parts between commas; each with the sign that ends it. Blanks between them belong to none. */
export function segmentsIn(text: string): Range[] {
  const ends = [
    ...Array.from(text.matchAll(parting), ({ 0: sign, index }) => index + sign.length),
    text.length,
  ];
  const segments: Range[] = [];
  let from = 0;
  for (const end of ends) {
    const start = from + (/^\s*/.exec(text.slice(from, end))?.[0].length ?? 0);
    if (/[\p{L}\p{N}]/u.test(text.slice(start, end))) segments.push({ start, end });
    from = end;
  }
  return segments;
}

/** From the first to the last of neighbours. */
export const spanOf = (run: readonly Range[]): Range => ({
  start: run[0]?.start ?? 0,
  end: run.at(-1)?.end ?? 0,
});

/** The words of a range, with the values that lie wholly within it. */
export function within({ text, entities }: Spoken, { start, end }: Range): Spoken {
  const from = start + (/^[\s,;:.–—-]*/u.exec(text.slice(start, end))?.[0].length ?? 0);
  const to = end - (/[\s,;:–—-]*$/u.exec(text.slice(from, end))?.[0].length ?? 0);
  return {
    text: text.slice(from, to),
    entities: entities
      .filter((one) => one.start >= from && one.end <= to)
      .map((one) => ({ ...one, start: one.start - from, end: one.end - from })),
  };
}
