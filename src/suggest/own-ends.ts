/** Words that customers begin or end with for one wish alone, whatever thing they name beside them: "has anyone handed in a hat", "... a laptop bag". */
import { words } from '../text/words.js';
import type { Said } from './said.js';
import { ownEnds } from './settings.js';
import type { OwnEnds } from './wording.js';

/**
 * "how do I get" begins all kinds of wishes, so that what follows is the wish; behind a beginning of one wish alone it is a detail.
 * @returns the own ends of a text
 */
export function createOwnEnds(said: Iterable<Said>): (text: string) => OwnEnds {
  const distinct = new Map<string, Said['intent']>();
  for (const { text, intent } of said)
    if (intent !== undefined) distinct.set(words(text).join(' '), intent);
  const all = [...distinct].map(([text, kind]) => ({ list: text.split(' '), kind }));
  const own = new Set(sides.flatMap((side) => ownEndsAt(side, all)));
  return (text) => {
    const list = words(text);
    const sizeAt = (side: Side) => keysOf(list, side).find(({ key }) => own.has(key))?.size;
    const [start, end] = [sizeAt('start'), sizeAt('end')];
    return { ...(start !== undefined && { start }), ...(end !== undefined && { end }) };
  };
}

/** Most beginnings and ends are heard once: what was wanted with them is looked at for the others alone. */
function ownEndsAt(
  side: Side,
  all: readonly { list: readonly string[]; kind: Said['intent'] }[],
): string[] {
  const times = new Map<string, number>();
  for (const { list } of all)
    for (const { key } of keysOf(list, side)) times.set(key, (times.get(key) ?? 0) + 1);
  const often = new Map<string, Map<Said['intent'], number>>();
  for (const { list, kind } of all)
    for (const { key } of keysOf(list, side)) {
      if ((times.get(key) ?? 0) < ownEnds.turns) continue;
      const kinds = often.get(key) ?? new Map();
      often.set(key, kinds.set(kind, (kinds.get(kind) ?? 0) + 1));
    }
  return [...often].flatMap(([key, kinds]) =>
    Math.max(...kinds.values()) >= ownEnds.ofKind * (times.get(key) ?? 0) ? [key] : [],
  );
}

const sides = ['start', 'end'] as const;
type Side = keyof OwnEnds;

/** With the side that they stand at; the shortest first, and never all of the text. */
function keysOf(list: readonly string[], side: Side): { key: string; size: number }[] {
  const { least, most } = ownEnds;
  const sizes = Array.from({ length: most - least + 1 }, (_, i) => least + i);
  return sizes
    .filter((size) => size < list.length)
    .map((size) => {
      const part = side === 'start' ? list.slice(0, size) : list.slice(-size);
      return { key: `${side} ${part.join(' ')}`, size };
    });
}

interface Listed {
  list: readonly string[];
  ownEnds?: OwnEnds | undefined;
}

/** Whether two wordings begin or end with the same own words, and share much of the longer one at both ends. */
export function shareOwnEnds(a: Listed, b: Listed): boolean {
  const [shorter, longer] = [a.list.length, b.list.length].sort((one, other) => one - other);
  const ahead = sharedAhead(a.list, b.list);
  // No word of the shorter one counts at both ends.
  const behind = Math.min(
    sharedAhead(a.list.toReversed(), b.list.toReversed()),
    (shorter ?? 0) - ahead,
  );
  // What is asked for stands at the end; of the beginning alone three words are few.
  const isOne =
    behind >= fewestOwn('end', a, b) ||
    (ahead >= fewestOwn('start', a, b) && ahead + behind > ownEnds.least);
  return isOne && ahead + behind >= ownEnds.shared * (longer ?? 0);
}

/** What both have is own words of both, though one of them may have nothing else. */
const fewestOwn = (side: Side, ...both: readonly Listed[]): number =>
  Math.min(...both.map(({ ownEnds: own }) => own?.[side] ?? Number.POSITIVE_INFINITY));

function sharedAhead(a: readonly string[], b: readonly string[]): number {
  const other = a.findIndex((word, i) => word !== b[i]);
  return other < 0 ? a.length : other;
}
