/** Customers' words are hostile: what a screen would obey rather than show is made visible. */

type Range = readonly [from: number, to: number];

/** Tab and line feed are text. Surrogates match only where they stand alone. */
const controls: readonly Range[] = [
  [0x00, 0x08],
  [0x0b, 0x1f],
  [0x7f, 0x9f],
  [0xd800, 0xdfff],
];
/** Soft hyphen, bidirectional marks and overrides, invisible and separating characters, byte order mark, specials. */
const invisible: readonly Range[] = [
  [0xad, 0xad],
  [0x61c, 0x61c],
  [0x180e, 0x180e],
  [0x200b, 0x200b],
  [0x200e, 0x200f],
  [0x2028, 0x202e],
  [0x2060, 0x206f],
  [0xfeff, 0xfeff],
  [0xfff0, 0xfffb],
  [0xfffe, 0xffff],
];
/** A whole alphabet that no screen shows. */
const tags: readonly Range[] = [[0xe0000, 0xe007f]];

/** What a careful reader of plain text refuses, folds or does not show. */
export const unprintable = classOf([...controls, ...invisible, ...tags]);

function classOf(ranges: readonly Range[]): RegExp {
  const hex = (code: number) => `\\u{${code.toString(16)}}`;
  return new RegExp(`[${ranges.map(([from, to]) => `${hex(from)}-${hex(to)}`).join('')}]`, 'gu');
}

/** Half a character cannot be written in UTF-8, and strict readers refuse its escape too. */
export function wellFormed(text: string): string {
  return text.isWellFormed() ? text : text.toWellFormed();
}

/** Text in which every character that would act instead of being read stands by its code, such as `⟨U+202E⟩`. */
export function visible(text: string): string {
  return wellFormed(text).replace(/\r\n?/g, '\n').replace(unprintable, named);
}

/** Separators and line ends of other systems, which stand between words. */
const betweenWords = classOf([
  [0x0b, 0x0c],
  [0x85, 0x85],
  [0x2028, 0x2029],
]);

/**
 * Text without the characters of which a reader sees nothing: keyboards of languages written from right to left, and pages that are
 * copied from, put them between a customer's words. For what a program learns from; people are shown `visible` text.
 */
export function withoutUnseen(text: string): string {
  return wellFormed(text)
    .replace(/\r\n?/g, '\n')
    .replace(betweenWords, ' ')
    .replace(unprintable, '');
}

function named(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  return `⟨U+${code.toString(16).toUpperCase().padStart(4, '0')}⟩`;
}

/** One line of at most `length` characters. A cut never parts a surrogate pair; a narrow space in a number stays. */
export function clip(text: string, length: number): string {
  const line = visible(text)
    .replace(/[^\S\u202f]+/g, ' ')
    .trim();
  if (line.length <= length) return line;
  return `${line.slice(0, length - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}
