/** Beginnings and ends of turns into which customers put one thing or another ("has anyone handed in a hat"), and want the same. */
import { words } from '../text/words.js';
import type { Said } from './said.js';
import { frame } from './settings.js';
import type { Frame } from './wording.js';

/**
 * "how do I get" begins all kinds of wishes, so that what follows is the wish; of a beginning of one kind the rest is a detail.
 * @returns what is framed so in a text
 */
export function createFrames(said: Iterable<Said>): (text: string) => Frame {
  const distinct = new Map<string, Said['intent']>();
  for (const { text, intent } of said)
    if (intent !== undefined) distinct.set(words(text).join(' '), intent);
  const all = [...distinct].map(([text, kind]) => ({ list: text.split(' '), kind }));
  const frames = new Set(sides.flatMap((side) => framesAt(side, all)));
  return (text) => {
    const list = words(text);
    const sizeAt = (side: Side) => keysOf(list, side).find(({ key }) => frames.has(key))?.size;
    const [start, end] = [sizeAt('start'), sizeAt('end')];
    return { ...(start !== undefined && { start }), ...(end !== undefined && { end }) };
  };
}

/** Most beginnings and ends are heard once: what was wanted with them is looked at for the others alone. */
function framesAt(
  side: Side,
  all: readonly { list: readonly string[]; kind: Said['intent'] }[],
): string[] {
  const times = new Map<string, number>();
  for (const { list } of all)
    for (const { key } of keysOf(list, side)) times.set(key, (times.get(key) ?? 0) + 1);
  const often = new Map<string, Map<Said['intent'], number>>();
  for (const { list, kind } of all)
    for (const { key } of keysOf(list, side)) {
      if ((times.get(key) ?? 0) < frame.turns) continue;
      const kinds = often.get(key) ?? new Map();
      often.set(key, kinds.set(kind, (kinds.get(kind) ?? 0) + 1));
    }
  return [...often].flatMap(([key, kinds]) =>
    Math.max(...kinds.values()) >= frame.ofKind * (times.get(key) ?? 0) ? [key] : [],
  );
}

const sides = ['start', 'end'] as const;
type Side = keyof Frame;

/** With the side that they stand at; the shortest first, and never all of the text. */
function keysOf(list: readonly string[], side: Side): { key: string; size: number }[] {
  const { least, most } = frame;
  const sizes = Array.from({ length: most - least + 1 }, (_, i) => least + i);
  return sizes
    .filter((size) => size < list.length)
    .map((size) => {
      const part = side === 'start' ? list.slice(0, size) : list.slice(-size);
      return { key: `${side} ${part.join(' ')}`, size };
    });
}

/** Whether two wordings fill one frame, which is much of them. @param least share of the longer one's words */
export function fillOneFrame(
  [a, b]: readonly [readonly string[], readonly string[]],
  { start = Infinity, end = Infinity }: Frame,
  least: number,
): boolean {
  const longer = Math.max(a.length, b.length);
  const ahead = sharedAhead(a, b);
  const behind = Math.min(sharedAhead(a.toReversed(), b.toReversed()), longer - ahead);
  // What is asked for stands at the end; of the beginning alone three words are few.
  const isOne = behind >= end || (ahead >= start && ahead + behind > frame.least);
  return isOne && ahead + behind >= least * longer;
}

function sharedAhead(a: readonly string[], b: readonly string[]): number {
  const other = a.findIndex((word, i) => word !== b[i]);
  return other < 0 ? a.length : other;
}
