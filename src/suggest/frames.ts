/** Beginnings and ends of turns into which customers put one thing or another ("has anyone handed in a hat"), and want the same. */
import { words } from '../text/words.js';
import type { Said } from './said.js';
import { frame } from './settings.js';
import type { Frame } from './wording.js';

interface Found {
  texts: Set<string>;
  kinds: Map<Said['intent'], number>;
}

/**
 * "how do I get" begins all kinds of wishes, so that what follows is the wish; of a beginning of one kind the rest is a detail.
 * @returns what is framed so in a text
 */
export function createFrames(said: Iterable<Said>): (text: string) => Frame {
  const found = new Map<string, Found>();
  const distinct = new Map<string, Said['intent']>();
  for (const { text, intent } of said)
    if (intent !== undefined) distinct.set(words(text).join(' '), intent);
  for (const [text, kind] of distinct) {
    const list = text.split(' ');
    for (const side of ['start', 'end'] as const)
      for (const { key } of keysOf(list, side)) {
        const one = found.get(key) ?? { texts: new Set(), kinds: new Map() };
        one.texts.add(text);
        found.set(key, { ...one, kinds: one.kinds.set(kind, (one.kinds.get(kind) ?? 0) + 1) });
      }
  }
  const isOfOne = ({ texts, kinds }: Found) =>
    texts.size >= frame.turns && Math.max(...kinds.values()) >= frame.ofKind * texts.size;
  const frames = new Set([...found].flatMap(([key, one]) => (isOfOne(one) ? [key] : [])));
  return (text) => {
    const list = words(text);
    const sizeAt = (side: Side) => keysOf(list, side).find(({ key }) => frames.has(key))?.size;
    const [start, end] = [sizeAt('start'), sizeAt('end')];
    return { ...(start !== undefined && { start }), ...(end !== undefined && { end }) };
  };
}

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
