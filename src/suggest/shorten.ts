/** Of neighbouring parts of a turn as little as says the wish. */
import { words } from '../text/words.js';
import { type Range, type Spoken, spanOf } from './segments.js';
import { bearableLoss, enoughShare, fewestWordsOfPart, tellingShare } from './settings.js';

/**
 * Without first and last parts that do not speak of the intent and whose loss costs nothing. People begin with what they
 * want: what comes first goes only where it is surely something else, as what comes behind is said beside many wishes.
 */
export function withoutEnds(
  run: readonly Range[],
  fitOf: (range: Range) => number,
  isElse: (range: Range) => boolean,
): Range[] {
  let left = [...run];
  while (left.length > 1) {
    const whole = fitOf(spanOf(left));
    const ends = [left[0], left.at(-1)].flatMap((end) => (end ? { end, own: fitOf(end) } : []));
    const droppable = ends
      .filter(({ end, own }) => own < tellingShare * whole && (end !== left[0] || isElse(end)))
      .map((one) => ({ ...one, rest: left.filter((range) => range !== one.end) }))
      .filter(({ rest }) => fitOf(spanOf(rest)) >= whole - bearableLoss)
      .sort((a, b) => a.own - b.own)[0];
    if (!droppable) break;
    left = droppable.rest;
  }
  return left;
}

/** As much of the beginning as says nearly all that the whole says of the intent, with all its values. */
export function shortestStart(
  run: readonly Range[],
  says: (range: Range) => number,
  { text, entities }: Spoken,
): Range[] {
  if (run.length === 1) return [...run];
  const whole = spanOf(run);
  const least = enoughShare * says(whole);
  const lastNeeded = Math.max(
    0,
    ...entities.filter(({ end }) => end <= whole.end).map(({ end }) => end),
    // "I lost the statement, what was the total?": what is asked is the wish.
    ...run.filter(({ start, end }) => /[?？]$/.test(text.slice(start, end))).map(({ end }) => end),
  );
  const found = run.findIndex((_, i) => {
    const span = spanOf(run.slice(0, i + 1));
    const isLong = words(text.slice(span.start, span.end)).length > fewestWordsOfPart;
    return isLong && span.end >= lastNeeded && says(span) >= least;
  });
  return found < 0 ? [...run] : run.slice(0, found + 1);
}

/** Of several sentences the one that says most of the intent: the others say it again, or something else. */
export function oneSentence(
  run: readonly Range[],
  says: (range: Range) => number,
  text: string,
): Range[] {
  const sentences: Range[][] = [[]];
  for (const part of run) {
    sentences.at(-1)?.push(part);
    if (!goesOn(text, part)) sentences.push([]);
  }
  const whole = sentences.filter((one) => {
    const { start, end } = spanOf(one);
    return words(text.slice(start, end)).length > fewestWordsOfPart;
  });
  const [first] = whole;
  if (!first || whole.length === 1) return first ?? [...run];
  return whole
    .map((one) => ({ one, fits: says(spanOf(one)) }))
    .reduce((best, entry) => (entry.fits > best.fits ? entry : best)).one;
}

/** A comma goes on; words that run into others without any sign are parted where others begin and end. */
const goesOn = (text: string, { start, end }: Range): boolean =>
  /[^\p{L}\p{N}.!?…\s]\s*$/u.test(text.slice(start, end));
