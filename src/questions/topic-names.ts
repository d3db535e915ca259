/** What agents call the things that they ask for. */
import type { TopicUse } from './merge-topics.js';
import type { Seen } from './seen-wordings.js';
import { answeredShare, fewestNamings, leastNamings, longerNameWeight } from './settings.js';
import { type NameReader, topicKey } from './topics.js';

/** Topic key to name, for what is named often enough, and is neither the name of a slot that there is nor a frame. */
export function namedTopics(
  wordings: readonly Seen[],
  nameOf: NameReader,
  isCovered: (name: readonly string[]) => boolean,
  frames: ReadonlySet<string>,
  contacts: number,
): Map<string, string> {
  const spoken = new Map<string, { contacts: Set<number>; names: Map<string, number> }>();
  for (const { sentence, asked, contacts: said, times, answered, first } of wordings) {
    // "What is your query about?" opens a contact; no slot is called a query.
    if (!asked || first > times / 2 || answered < answeredShare * times) continue;
    const name = nameOf(sentence.clause);
    if (!name || isCovered(name)) continue;
    const key = topicKey(name);
    if (frames.has(key)) continue;
    const known = spoken.get(key) ?? { contacts: new Set(), names: new Map() };
    spoken.set(key, known);
    for (const one of said) known.contacts.add(one);
    known.names.set(name.join('_'), (known.names.get(name.join('_')) ?? 0) + times);
  }
  const least = Math.max(fewestNamings, leastNamings * contacts);
  const topics = new Map<string, string>();
  for (const [key, { contacts: said, names }] of spoken) {
    const [best] = [...names].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
    if (said.size >= least && best) topics.set(key, best[0]);
  }
  return topics;
}

/** Two words say more than one: of all the names that a topic has gathered, the frequent one, longer names first. */
export function betterNames(
  uses: ReadonlyMap<string, TopicUse>,
  merges: ReadonlyMap<string, string | null>,
  topics: ReadonlySet<string>,
  taken: ReadonlySet<string>,
): Map<string, string> {
  const better = new Map<string, string>();
  const used = new Set(taken);
  for (const topic of [...topics].filter((one) => !merges.has(one)).sort()) {
    const weigh = ([name, n]: [string, number]) => (name.includes('_') ? longerNameWeight * n : n);
    const names = [...(uses.get(topic)?.names ?? [])]
      .filter(([name]) => !used.has(name))
      .sort((a, b) => weigh(b) - weigh(a) || (a[0] < b[0] ? -1 : 1));
    const best = names[0]?.[0] ?? topic;
    used.add(best);
    better.set(topic, best);
  }
  return better;
}
