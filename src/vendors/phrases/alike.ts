/** Which of several groups of texts a text is most like, by threes of letters: these tell languages apart without knowing any. */
import { prepare } from '../../text/similarity.js';

interface Known<Group> {
  group: Group;
  /** In how many texts each three stands. */
  counts: ReadonlyMap<string, number>;
  total: number;
}

/**
 * How much what all groups have in common counts beside a group's own threes: a few texts do not have every three of their language.
 */
const shared = 100;

/**
 * The group of which a text's threes are the likeliest: a multinomial language model of each group, smoothed towards the mean of all
 * (Dirichlet prior). How often a three stands in a group counts by the group's size, else five hundred texts would have most of
 * any text's threes. The last where several are as likely. Cost: one pass over the texts of all groups, then one over each text.
 */
export function likestOf<Group>(
  groups: readonly (readonly [Group, readonly string[]])[],
): (text: string) => Group | undefined {
  const known = groups.map(([group, texts]) => knownOf(group, texts));
  return (text) => {
    const likely = known.map(() => 0);
    for (const three of prepare(text).trigrams) {
      const shares = known.map(({ counts, total }) => (counts.get(three) ?? 0) / (total || 1));
      const mean = shares.reduce((sum, share) => sum + share, 0) / (known.length || 1);
      // What no group has says nothing.
      if (mean === 0) continue;
      known.forEach(({ counts, total }, i) => {
        const share = ((counts.get(three) ?? 0) + shared * mean) / (total + shared);
        likely[i] = (likely[i] ?? 0) + Math.log(share);
      });
    }
    return known[likely.lastIndexOf(Math.max(...likely))]?.group;
  };
}

function knownOf<Group>(group: Group, texts: readonly string[]): Known<Group> {
  const counts = new Map<string, number>();
  let total = 0;
  for (const text of texts)
    for (const three of prepare(text).trigrams) {
      counts.set(three, (counts.get(three) ?? 0) + 1);
      total++;
    }
  return { group, counts, total };
}
