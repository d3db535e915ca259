import { nearDuplicate, type Prepared, similarity } from '../text/similarity.js';
import type { Candidate } from './candidates.js';
import { areTwins } from './same-wording.js';
import { fewestWordsOfWhole, mostDoubt, samenessWeight, twinsFrom } from './settings.js';

/**
 * The most informative candidates that differ from one another (maximal marginal relevance, Carbonell & Goldstein 1998).
 * What may be mislabelled comes later, and what probably is comes last. Near duplicates of `known` and twins of a chosen one are left out. Cost: candidates × (known + chosen).
 * @param from see `areTwins`
 */
export function choose(
  candidates: readonly Candidate[],
  known: readonly Prepared[],
  limits: { maximumPhrases: number; nearDuplicate: number },
  from = twinsFrom,
): Candidate[] {
  const worthOf = ({ informative, doubt }: Candidate) =>
    informative * (1 - doubt) - (doubt > mostDoubt ? 2 : 0);
  const isNew = (one: Candidate) =>
    !known.some((other) => nearDuplicate(one.prepared, other, limits.nearDuplicate));
  const ordered = [...candidates].sort(
    (a, b) => worthOf(b) - worthOf(a) || (a.key < b.key ? -1 : 1),
  );
  // Far more than are wanted need no comparison with each other.
  let left = withoutAsides(firstNew(ordered, isNew, 10 * limits.maximumPhrases)).map((one) => ({
    one,
    near: 0,
  }));
  const chosen: Candidate[] = [];
  while (left.length > 0 && chosen.length < limits.maximumPhrases) {
    const worth = ({ one, near }: (typeof left)[number]) => worthOf(one) - samenessWeight * near;
    const next = left.reduce((best, entry) => (worth(entry) > worth(best) ? entry : best)).one;
    chosen.push(next);
    left = left
      .filter(({ one }) => one !== next)
      .filter(({ one }) => !areTwins(one, next, from))
      .map(({ one, near }) => ({
        one,
        near: Math.max(near, similarity(one.prepared, next.prepared)),
      }));
  }
  return chosen;
}

/** Without those that say what another one says and something besides, before it, behind it or on both sides. */
function withoutAsides(candidates: readonly Candidate[]): Candidate[] {
  const whole = candidates.filter(({ key }) => key.split(' ').length >= fewestWordsOfWhole);
  return candidates.filter(
    ({ key }) => !whole.some((one) => one.key !== key && ` ${key} `.includes(` ${one.key} `)),
  );
}

function firstNew(
  ordered: readonly Candidate[],
  isNew: (one: Candidate) => boolean,
  count: number,
): Candidate[] {
  const found: Candidate[] = [];
  for (const one of ordered) {
    if (found.length === count) break;
    if (isNew(one)) found.push(one);
  }
  return found;
}
