/** A name for a group of wordings, out of their own words. */
import type { Lexicon } from '../domain/lexicon.js';
import { stem, words } from '../text/words.js';
import { leastShareOfName, leastUsual } from './settings-of-advice.js';

/**
 * The word that the group says more than customers do at large, and one or two that go with it, in the order in which they are said, joined
 * by `_`; with a number behind where the name is taken.
 *
 * @param atLarge what customers of all wishes say: words of time and the like come there, too
 */
export function nameOf(
  group: readonly string[],
  atLarge: readonly string[],
  { stopWords, greetings, thanks }: Lexicon,
  taken: ReadonlySet<string>,
): string {
  const stop = new Set([...stopWords, ...greetings, ...thanks].flatMap((phrase) => words(phrase)));
  const inGroup = countStems(group, stop);
  const elsewhere = countStems(atLarge, stop);
  const worth = (one: string, texts: number): number => {
    const usual = Math.max(leastUsual, (elsewhere.get(one)?.texts.size ?? 0) / atLarge.length);
    const share = texts / group.length;
    return share * Math.log(1 + share / usual);
  };
  const [first] = [...inGroup].sort(byWorth(([one, { texts }]) => worth(one, texts.size)));
  if (!first) return free('new_intent', taken);
  const beside = ([, { texts }]: [string, Count]): number =>
    [...texts].filter((text) => first[1].texts.has(text)).length / group.length;
  const [second, third] = [...inGroup]
    .filter((one) => one[0] !== first[0] && beside(one) >= leastShareOfName.second)
    .sort(byWorth((one) => worth(one[0], beside(one) * group.length)));
  const isSaid = third && beside(third) >= leastShareOfName.third;
  const name = [first, ...(second ? [second] : []), ...(isSaid ? [third] : [])]
    .sort(([, a], [, b]) => a.place - b.place)
    .map(([, { surface }]) => surface)
    .join('_')
    .replace(/[^\p{L}\p{N}_]/gu, '');
  return free(/^\p{L}/u.test(name) ? name : `about_${name}`, taken);
}

const byWorth =
  (worth: (one: [string, Count]) => number) => (a: [string, Count], b: [string, Count]) =>
    worth(b) - worth(a) || (a[0] < b[0] ? -1 : 1);

function free(name: string, taken: ReadonlySet<string>): string {
  for (let n = 1; ; n++) {
    const one = n === 1 ? name : `${name}_${n}`;
    if (!taken.has(one)) return one;
  }
}

interface Count {
  /** Places of the texts that say it. */
  texts: ReadonlySet<number>;
  /** Mean place in its text, 0 to 1. */
  place: number;
  /** Its most frequent form. */
  surface: string;
}

function countStems(texts: readonly string[], stop: ReadonlySet<string>): Map<string, Count> {
  const places = new Map<string, Map<number, number>>();
  const surfaces = new Map<string, Map<string, number>>();
  texts.forEach((text, at) => {
    const said = words(text);
    const seen = new Set<string>();
    said.forEach((word, i) => {
      const one = stem(word);
      if (stop.has(word) || /\d/.test(word) || word.length < 3 || seen.has(one)) return;
      seen.add(one);
      places.set(one, (places.get(one) ?? new Map<number, number>()).set(at, i / said.length));
      const forms = surfaces.get(one) ?? new Map<string, number>();
      surfaces.set(one, forms.set(word, (forms.get(word) ?? 0) + 1));
    });
  });
  return new Map(
    [...places].map(([one, at]) => [
      one,
      {
        texts: new Set(at.keys()),
        place: [...at.values()].reduce((a, b) => a + b, 0) / at.size,
        surface: mostFrequent(surfaces.get(one) ?? new Map()) ?? one,
      },
    ]),
  );
}

const mostFrequent = (counts: ReadonlyMap<string, number>): string | undefined =>
  [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]?.[0];
