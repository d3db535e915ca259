/** Words that people put in anywhere while they think ("through, what do you call it, the wash"), learned from this centre's own. */
import { words } from '../text/words.js';
import type { Said } from './said.js';
import {
  fewestInterjected,
  fewestKindsOfWish,
  leastInterjected,
  mostShareOfKind,
  wordsOfInterjection,
} from './settings.js';

export interface Interjections {
  /** Whether some stand between other words, and training phrases have them beside neither neighbour. */
  within(text: string): boolean;
}

interface SaidOnce extends Said {
  list: readonly string[];
}

interface Place {
  before: string;
  after: string;
  kind: Said['intent'];
}

/**
 * Words are put in where they stand between many different neighbours, in wishes of many kinds, and where others say these
 * neighbours in a row: who leaves the words out says the same. "in my" stands between many, too, but hardly anybody says "money account".
 *
 * @param isTaught whether training phrases have the words in a row
 */
export function createInterjections(
  texts: Iterable<Said>,
  isTaught: (phrase: string) => boolean,
): Interjections {
  const said = distinct(texts);
  const rows = new Set<string>();
  for (const { list } of said)
    for (let at = 1; at < list.length; at++) rows.add(`${list[at - 1]} ${list[at]}`);
  const frequent = new Map<string, number>();
  for (const { list } of said)
    for (const { key } of inner(list)) frequent.set(key, (frequent.get(key) ?? 0) + 1);
  const places = new Map<string, Place[]>();
  for (const { list, intent } of said)
    for (const { key, before, after } of inner(list)) {
      if ((frequent.get(key) ?? 0) < fewestInterjected) continue;
      const known = places.get(key);
      if (known) known.push({ before, after, kind: intent });
      else places.set(key, [{ before, after, kind: intent }]);
    }
  const found = new Set(
    [...places].flatMap(([key, list]) =>
      isOfManyKinds(list) && openness(list, rows) >= leastInterjected ? [key] : [],
    ),
  );
  return {
    within: (text) =>
      [...inner(words(text))].some(
        ({ key, before, after }) =>
          found.has(key) && !isTaught(`${before} ${key}`) && !isTaught(`${key} ${after}`),
      ),
  };
}

/** The same words once: who presses the same button says nothing of how people speak. */
function distinct(texts: Iterable<Said>): SaidOnce[] {
  const lists = new Map<string, SaidOnce>();
  for (const { text, intent } of texts) {
    const list = words(text);
    lists.set(list.join(' '), { text, list, intent });
  }
  return [...lists.values()];
}

/** The runs of words that have others on both sides. */
function* inner(
  list: readonly string[],
): Generator<{ key: string; before: string; after: string }> {
  const { least, most } = wordsOfInterjection;
  for (let at = 1; at < list.length; at++)
    for (let size = least; size <= most && at + size < list.length; size++)
      yield {
        key: list.slice(at, at + size).join(' '),
        before: list[at - 1] ?? '',
        after: list[at + size] ?? '',
      };
}

function isOfManyKinds(places: readonly { kind: Said['intent'] }[]): boolean {
  const counts = new Map<string | null, number>();
  for (const { kind } of places)
    if (kind !== undefined) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  const all = [...counts.values()];
  const total = all.reduce((sum, one) => sum + one, 0);
  return all.length >= fewestKindsOfWish && Math.max(...all) <= mostShareOfKind * total;
}

/** Share of different neighbours on the side that has fewer, times the share of places whose neighbours others say in a row. */
function openness(places: readonly Place[], rows: ReadonlySet<string>): number {
  const different = (side: 'before' | 'after') => new Set(places.map((one) => one[side])).size;
  const inRow = places.filter(({ before, after }) => rows.has(`${before} ${after}`)).length;
  const sides = Math.min(different('before'), different('after'));
  return (sides / places.length) * (inRow / places.length);
}
