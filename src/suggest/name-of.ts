/** A name for a group of wordings, out of their own words. */
import type { Lexicon } from '../domain/lexicon.js';
import { stem, words } from '../text/words.js';
import { leastShareOfName, longestName } from './settings.js';

/**
 * The words that the group says more than the others do, in the order in which it says them, joined by `_`; with a number
 * behind where the name is taken.
 */
export function nameOf(
  group: readonly string[],
  all: readonly string[],
  { stopWords, greetings, thanks }: Lexicon,
  taken: ReadonlySet<string>,
): string {
  const stop = new Set([...stopWords, ...greetings, ...thanks].flatMap((phrase) => words(phrase)));
  const inAll = countStems(all, stop);
  const inGroup = countStems(group, stop);
  const worth = (one: string): number => {
    const here = inGroup.get(one)?.texts ?? 0;
    const elsewhere = (inAll.get(one)?.texts ?? 0) - here;
    const lift =
      (here + 0.5) / group.length / ((elsewhere + 0.5) / Math.max(1, all.length - group.length));
    return (here / group.length) * Math.log(1 + lift);
  };
  const chosen = [...inGroup.keys()]
    .sort((a, b) => worth(b) - worth(a) || (a < b ? -1 : 1))
    .slice(0, longestName)
    .filter(
      (one, i) => i === 0 || (inGroup.get(one)?.texts ?? 0) >= leastShareOfName * group.length,
    )
    .sort((a, b) => (inGroup.get(a)?.place ?? 0) - (inGroup.get(b)?.place ?? 0))
    .map((one) => inGroup.get(one)?.surface ?? one);
  const name = chosen.join('_').replace(/[^\p{L}\p{N}_]/gu, '') || 'new_intent';
  const named = /^\p{L}/u.test(name) ? name : `about_${name}`;
  for (let n = 2; ; n++) {
    const free = n === 2 ? named : `${named}_${n - 1}`;
    if (!taken.has(free)) return free;
  }
}

interface Count {
  texts: number;
  /** Mean place in its text, 0 to 1. */
  place: number;
  /** Its most frequent form. */
  surface: string;
}

function countStems(texts: readonly string[], stop: ReadonlySet<string>): Map<string, Count> {
  const places = new Map<string, number[]>();
  const surfaces = new Map<string, Map<string, number>>();
  for (const text of texts) {
    const said = words(text);
    const seen = new Set<string>();
    said.forEach((word, i) => {
      const one = stem(word);
      if (stop.has(word) || /^\d+$/.test(word) || word.length < 3 || seen.has(one)) return;
      seen.add(one);
      places.set(one, [...(places.get(one) ?? []), i / said.length]);
      const forms = surfaces.get(one) ?? new Map<string, number>();
      surfaces.set(one, forms.set(word, (forms.get(word) ?? 0) + 1));
    });
  }
  return new Map(
    [...places].map(([one, at]) => [
      one,
      {
        texts: at.length,
        place: at.reduce((a, b) => a + b, 0) / at.length,
        surface: mostFrequent(surfaces.get(one) ?? new Map()) ?? one,
      },
    ]),
  );
}

const mostFrequent = (counts: ReadonlyMap<string, number>): string | undefined =>
  [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]?.[0];
