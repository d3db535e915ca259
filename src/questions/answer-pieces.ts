/** The values that one answer lists, in its order: "⟨account:f05617⟩, October 11th, 2026 and illness". */
import type { Language } from '../language/language.js';
import { onePer } from '../lib/memo.js';
import { codeKind, tokensIn } from '../text/tokens.js';
import type { ReadTurn, TurnReader } from '../transcript/turns.js';
import { listSigns, listWords } from './list-signs.js';

const tokens = /⟨[^⟩]*⟩/g;

/**
 * Pieces of text in order, at most `wanted` of them; null where the answer has more, so that what answers what is not known.
 * @param isEmpty a piece that is no value: "sure", "hang on".
 */
export function answerPieces(
  text: string,
  wanted: number,
  isEmpty: (piece: string) => boolean,
  language: Language,
): string[] | null {
  const kept = (pieces: readonly string[]) =>
    pieces.map((piece) => piece.trim()).filter((piece) => piece !== '' && !isEmpty(piece));
  const dates = datesIn(text, language);
  const listed = kept(splitOutside(text, dates, language));
  if (listed.length === wanted) return listed;
  if (listed.length > wanted) {
    const joined = kept(splitOutside(text, dates, language, listWords));
    const hasValue = joined.some((piece) => /⟨|\d/.test(piece));
    return joined.length === wanted && hasValue ? joined : null;
  }
  // "⟨account:f05617⟩ seventy nine": speech has no commas, but a redacted value ends where it ends.
  const atTokens = listed.flatMap((piece) => piece.split(/(⟨[^⟩]*⟩)/));
  const cut = kept(atTokens);
  if (cut.length === wanted) return cut;
  // "Mexico saturday October 24": so does a day.
  const cutTwice = kept(atTokens.flatMap((piece) => splitAround(piece, datesIn(piece, language))));
  if (cutTwice.length === wanted) return cutTwice;
  const cutAtValues = kept(valuePieces(text, language));
  return cutAtValues.length === wanted ? cutAtValues : listed;
}

/** "twelve fifteen pm and seven hundred and ten dollars the side mirror": with its figures as digits, cut around each value. */
function valuePieces(text: string, language: Language): string[] {
  const figures = text
    .split(/(⟨[^⟩]*⟩)/)
    .map((part) => (part.startsWith('⟨') ? part : language.numbers.toDigits(part.toLowerCase())))
    .join('');
  const cut = (pieces: readonly string[], rangesIn: (piece: string) => Range[]) =>
    pieces.flatMap((piece) =>
      piece.startsWith('⟨') ? [piece] : splitAround(piece, rangesIn(piece)),
    );
  const listed = splitOutside(figures, datesIn(figures, language), language);
  const atTokens = listed.flatMap((piece) => piece.split(/(⟨[^⟩]*⟩)/));
  const atDates = cut(atTokens, (piece) => datesIn(piece, language));
  const atSums = cut(atDates, (piece) => rangesOf(language.sums.any, piece));
  return cut(atSums, (piece) => rangesOf(language.dates.times, piece));
}

/** A piece as a turn of its own, with what is known of the codes in it. @param whole the turns that it is a piece of */
export function readPiece(
  text: string,
  whole: readonly ReadTurn[],
  readTurn: TurnReader,
  index = 0,
): ReadTurn {
  const shapes = new Map(
    whole.flatMap((turn) =>
      codesIn(turn.text).map((hash, i) => [hash, turn.codeShapes[i] ?? ''] as const),
    ),
  );
  const codeShapes = codesIn(text).map((hash) => shapes.get(hash) ?? '');
  return readTurn({ at: whole[0]?.at ?? 0, text, codeShapes }, index);
}

const codesIn = (text: string): string[] =>
  tokensIn(text).flatMap(({ kind, hash }) => (kind === codeKind ? hash : []));

type Range = readonly [from: number, to: number];

/** "October 11th, 2026" is one value. */
function datesIn(text: string, { dates }: Language): Range[] {
  const bare = text.replace(tokens, (token) => '|'.repeat(token.length));
  return dates.patternsIn(bare).flatMap((pattern) => rangesOf(pattern, bare));
}

const rangesOf = (pattern: RegExp, text: string): Range[] =>
  Array.from(text.matchAll(pattern), ({ index, 0: found }) => [index, index + found.length]);

function splitAround(text: string, ranges: readonly Range[]): string[] {
  const pieces: string[] = [];
  let at = 0;
  for (const [from, to] of [...ranges].sort(([a], [b]) => a - b)) {
    if (from < at) continue;
    pieces.push(text.slice(at, from), text.slice(from, to));
    at = to;
  }
  return [...pieces, text.slice(at)];
}

/** "Two hundred and ten" is one number. */
const goesOnOf = onePer(
  ({ numbers }: Language) => new RegExp(`(?<!\\p{L})(?:${numbers.scalePattern})$`, 'iu'),
);

function splitOutside(
  text: string,
  whole: readonly Range[],
  language: Language,
  sign = listSigns,
): string[] {
  const goesOn = goesOnOf(language);
  const pieces: string[] = [];
  let from = 0;
  for (const { index, 0: found } of text.matchAll(sign)) {
    if (whole.some(([start, end]) => index > start && index < end)) continue;
    if (goesOn.test(text.slice(0, index))) continue;
    pieces.push(text.slice(from, index));
    from = index + found.length;
  }
  return [...pieces, text.slice(from)];
}
