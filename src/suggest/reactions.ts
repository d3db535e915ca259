/** What people say to a bot that got them wrong ("no, not that"), before they say their wish again: learned from this centre's own. */
import { words } from '../text/words.js';
import type { Said } from './asides.js';
import { reaction } from './settings.js';

export interface Reactions {
  /** Characters of the one that a text begins with; 0 where it begins with none, or has nothing else. */
  opening(text: string): number;
}

type Kind = Said['intent'];

interface Found {
  alone: Kind[];
  ahead: { after: string; kind: Kind }[];
}

/**
 * Words are such where some say them and nothing else, others go on behind them in different ways, each of which others begin
 * with, and both whatever they want. Neither shows it alone: "York station" is all that many say, "I'd like to" stands before anything.
 * @param turns all that is known of what customers said to the bot, and not their wishes alone
 */
export function createReactions(turns: Iterable<Said>): Reactions {
  const said = [...turns].map(({ text, intent }) => ({ list: words(text), kind: intent }));
  const begun = countBeginnings(said.map(({ list }) => list));
  const found = new Map<string, Found>();
  for (const { list, kind } of said)
    if (list.length >= 2 && list.length <= reaction.mostWords) {
      const key = list.join(' ');
      const known = found.get(key);
      if (known) known.alone.push(kind);
      else found.set(key, { alone: [kind], ahead: [] });
    }
  for (const { list, kind } of said)
    for (const { key, after } of headsOf(list)) found.get(key)?.ahead.push({ after, kind });
  const reactions = new Set(
    [...found].flatMap(([key, one]) => (isReaction(one, begun) ? [key] : [])),
  );
  return {
    opening(text) {
      const longest = headsOf(words(text)).findLast(({ key }) => reactions.has(key));
      return longest ? startOf(text, longest.size) : 0;
    },
  };
}

function isReaction({ alone, ahead }: Found, begun: ReadonlyMap<string, number>): boolean {
  if (alone.length < reaction.alone) return false;
  if (new Set(ahead.map(({ after }) => after)).size < reaction.ways) return false;
  const kinds = new Map<Kind, number>();
  for (const kind of [...alone, ...ahead.map((one) => one.kind)])
    if (kind !== undefined) kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
  const all = [...kinds.values()];
  const total = all.reduce((sum, one) => sum + one, 0);
  if (all.length < reaction.kinds || Math.max(...all) > reaction.ofKind * total) return false;
  const others = ahead.filter(({ after }) => (begun.get(after) ?? 0) > 0);
  return others.length >= reaction.begun * ahead.length;
}

/** How many begin with each two words. */
function countBeginnings(lists: readonly (readonly string[])[]): Map<string, number> {
  const begun = new Map<string, number>();
  for (const list of lists) {
    const key = list.slice(0, 2).join(' ');
    begun.set(key, (begun.get(key) ?? 0) + 1);
  }
  return begun;
}

/** The beginnings that at least two words follow, shortest first. */
function headsOf(list: readonly string[]): { key: string; after: string; size: number }[] {
  const most = Math.min(reaction.mostWords, list.length - 2);
  return Array.from({ length: Math.max(0, most - 1) }, (_, i) => ({
    key: list.slice(0, i + 2).join(' '),
    after: list.slice(i + 2, i + 4).join(' '),
    size: i + 2,
  }));
}

/** Where the word behind so many begins. */
function startOf(text: string, size: number): number {
  let left = size;
  for (const { 0: chunk, index } of text.matchAll(/\S+/gu)) {
    if (left <= 0 && words(chunk).length > 0) return index;
    left -= words(chunk).length;
  }
  return 0;
}
