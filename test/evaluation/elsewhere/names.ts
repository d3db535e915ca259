/** What the night calls slots that the bot's definition lacks: it has no means to know a company's own name for them. */

/** From this F1 of two slots' journeys on they are one slot under two names. */
const sameFrom = 0.5;

export interface NamedAsks {
  /** Slots that the agent asked for. */
  asked: readonly string[];
  /** Those that the night says were asked for. */
  read: readonly string[];
}

/** The night's name to the company's, one to one, for names that the company does not have; most alike first. */
export function namesOf(journeys: readonly NamedAsks[]): Map<string, string> {
  const [asked, read] = [countsOf(journeys, 'asked'), countsOf(journeys, 'read')];
  const pairs = [...read.keys()]
    .filter((name) => !asked.has(name))
    .flatMap((name) =>
      [...asked.keys()]
        .filter((slot) => !read.has(slot))
        .map((slot) => ({ name, slot, alike: alike(journeys, name, slot) })),
    )
    .filter((pair) => pair.alike >= sameFrom)
    .sort((a, b) => b.alike - a.alike || (`${a.name} ${a.slot}` < `${b.name} ${b.slot}` ? -1 : 1));
  const names = new Map<string, string>();
  const taken = new Set<string>();
  for (const { name, slot } of pairs) {
    if (names.has(name) || taken.has(slot)) continue;
    names.set(name, slot);
    taken.add(slot);
  }
  return names;
}

function countsOf(journeys: readonly NamedAsks[], side: keyof NamedAsks): Map<string, number> {
  const counts = new Map<string, number>();
  for (const journey of journeys)
    for (const slot of new Set(journey[side])) counts.set(slot, (counts.get(slot) ?? 0) + 1);
  return counts;
}

function alike(journeys: readonly NamedAsks[], name: string, slot: string): number {
  let [both, either] = [0, 0];
  for (const { asked, read } of journeys) {
    const [isAsked, isRead] = [asked.includes(slot), read.includes(name)];
    if (isAsked && isRead) both += 1;
    either += Number(isAsked) + Number(isRead);
  }
  return either === 0 ? 0 : (2 * both) / either;
}
