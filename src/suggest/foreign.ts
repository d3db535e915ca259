/** Which out-of-scope wordings teach the bot most and cost least among what it can do. */
import { nearDuplicate, type Prepared, similarity } from '../text/similarity.js';
import type { Candidate } from './candidates.js';
import { areTwins } from './same-wording.js';
import {
  moreThanAnIntent,
  mostCandidates,
  mostServed,
  mostTaught,
  priceOf,
  twinsFrom,
} from './settings.js';

export interface InScope {
  /** Requests that the bot served to the end, in its customers' mix. */
  served: readonly Prepared[];
  taught: readonly Prepared[];
}

/**
 * Greedy coverage (facility location, Nemhauser, Wolsey & Fisher 1978): each next example is the one that is most like foreign wordings
 * which none so far is like, less what it is like of what the bot serves. The order is nested, so that a part of it
 * is the best part of that size. Cost: candidates × (candidates + in-scope texts).
 */
export function chooseForeign(
  candidates: readonly Candidate[],
  { served, taught }: InScope,
  limits: { maximumPhrases: number; nearDuplicate: number },
): Candidate[] {
  const own = evenly(
    candidates.filter((one) => isNew(one, taught, limits.nearDuplicate)),
    mostCandidates,
  );
  const ordered = [...own].sort((a, b) => (a.key < b.key ? -1 : 1));
  const sides = [
    { texts: ordered.map(({ prepared }) => prepared), weight: 1 },
    side(evenly(served, mostServed), -priceOf.served * ordered.length),
    side(evenly(taught, mostTaught), -priceOf.taught * ordered.length),
  ];
  const left = ordered.map((candidate) => ({
    candidate,
    likeness: sides.map(({ texts }) => texts.map((text) => similarity(candidate.prepared, text))),
  }));
  const covered = sides.map(({ texts }) => texts.map(() => 0));
  const chosen: Candidate[] = [];
  const most = moreThanAnIntent * limits.maximumPhrases;
  while (chosen.length < most && left.length > 0) {
    const gains = left.map(({ likeness }) => gainOf(likeness, covered, sides));
    const at = gains.indexOf(Math.max(...gains));
    const [next] = left.splice(at, 1);
    if (!next) break;
    for (const [s, own] of covered.entries()) cover(own, next.likeness[s] ?? []);
    const { candidate } = next;
    if (chosen.some((one) => areTwins(one, candidate, twinsFrom))) continue;
    chosen.push(candidate);
  }
  return chosen;
}

/** What the new example is more like than those before it. */
function cover(covered: number[], likeness: readonly number[]): void {
  for (const [i, alike] of likeness.entries()) covered[i] = Math.max(covered[i] ?? 0, alike);
}

const side = (texts: readonly Prepared[], mass: number) => ({
  texts,
  weight: mass / Math.max(1, texts.length),
});

function gainOf(
  likeness: readonly (readonly number[])[],
  covered: readonly (readonly number[])[],
  sides: readonly { weight: number }[],
): number {
  let gain = 0;
  likeness.forEach((side, s) => {
    const known = covered[s] ?? [];
    let more = 0;
    side.forEach((alike, i) => {
      more += Math.max(0, alike - (known[i] ?? 0));
    });
    gain += more * (sides[s]?.weight ?? 0);
  });
  return gain;
}

function isNew({ prepared }: Candidate, taught: readonly Prepared[], from: number): boolean {
  return !taught.some((other) => nearDuplicate(prepared, other, from));
}

function evenly<T>(items: readonly T[], most: number): T[] {
  const every = Math.max(1, Math.ceil(items.length / most));
  return items.filter((_, i) => i % every === 0);
}
