/** Words that stand before a wish and say nothing of it ("no, not that", "long story short"), as far as this centre's own customers show it. */
import { words } from '../text/words.js';
import type { Said } from './said.js';
import { opener, openerWord, reaction, wordsOfInterjection } from './settings.js';

export interface Openers {
  /** Characters of the one that a text begins with; 0 where it begins with none, or has nothing else. */
  opening(text: string): number;
  /** Whether the text is one, and nothing else. */
  isOne(text: string): boolean;
}

type Kind = Said['intent'];

interface Heard {
  /** What all those wanted who said it and nothing else. */
  alone: Kind[];
  /** How others went on behind it; the same words once. */
  ahead: { after: string; kind: Kind }[];
}

/**
 * Words open wishes of many kinds where those who say them go on in different ways, each of which others begin with: not so "I'd like to". Words that are
 * seldom heard are a reaction where others say them alone. An answer ("York station") is said alone too, but what follows it ("is closed") is no beginning of what others say.
 * One word alone opens wishes where no dictionary has it ("jislaaik"): of the others many begin a sentence ("why", "then").
 *
 * @param turns all that is known of what customers said to the bot, and not their wishes alone
 * @param isTaught whether training phrases have the words in a row
 * @param isWord whether a dictionary has the word
 */
export function createOpeners(
  turns: Iterable<Said>,
  isTaught: (phrase: string) => boolean,
  isWord: (word: string) => boolean,
): Openers {
  const said = [...turns].map(({ text, intent }) => ({ list: words(text), kind: intent }));
  const begun = new Set(said.map(({ list }) => list.slice(0, 2).join(' ')));
  const heard = [...heardIn(said)];
  const reactions = new Set(heard.flatMap(([key, one]) => (isReaction(one, begun) ? [key] : [])));
  const isOpener = ([key, one]: (typeof heard)[number]) =>
    key.includes(' ')
      ? isFrequent(one, begun, opener.openness)
      : !isWord(key) && isFrequent(one, begun, openerWord.openness);
  const frequent = new Set(heard.filter(isOpener).map(([key]) => key));
  const starts = new Set([...reactions, ...frequent].map((key) => key.split(' ', 1).join('')));
  return {
    opening(text) {
      const list = words(text);
      if (!starts.has(list[0] ?? '')) return 0;
      const longest = headsOf(list, 1).findLast(
        ({ key, after }) =>
          reactions.has(key) || (frequent.has(key) && !isTaught(`${key} ${after.split(' ')[0]}`)),
      );
      return longest ? startOf(text, longest.size) : 0;
    },
    isOne: (text) => {
      const key = words(text).join(' ');
      return reactions.has(key) || frequent.has(key);
    },
  };
}

function isReaction({ alone, ahead }: Heard, begun: ReadonlySet<string>): boolean {
  if (alone.length < reaction.alone) return false;
  if (new Set(ahead.map(({ after }) => after)).size < reaction.ways) return false;
  const kinds = [...alone, ...ahead.map(({ kind }) => kind)];
  return isOfMany(kinds, reaction) && shareBegun(ahead, begun) >= reaction.begun;
}

function isFrequent({ ahead }: Heard, begun: ReadonlySet<string>, openness: number): boolean {
  if (ahead.length < opener.ahead) return false;
  const ways = new Set(ahead.map(({ after }) => after)).size / ahead.length;
  const kinds = ahead.map(({ kind }) => kind);
  return isOfMany(kinds, opener) && ways * shareBegun(ahead, begun) >= openness;
}

const shareBegun = (ahead: Heard['ahead'], begun: ReadonlySet<string>): number =>
  ahead.filter(({ after }) => begun.has(after)).length / ahead.length;

function isOfMany(all: readonly Kind[], least: { kinds: number; ofKind: number }): boolean {
  const counts = new Map<Kind, number>();
  for (const kind of all) if (kind !== undefined) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  const times = [...counts.values()];
  const total = times.reduce((sum, one) => sum + one, 0);
  return times.length >= least.kinds && Math.max(...times) <= least.ofKind * total;
}

interface Turn {
  list: readonly string[];
  kind: Kind;
}

/** Of the words with which turns begin all that somebody says alone, and all that are heard often enough. */
function heardIn(said: readonly Turn[]): Map<string, Heard> {
  const distinct = new Map(said.map((turn) => [turn.list.join(' '), turn]));
  const lists = [...distinct.values()].map(({ list }) => list);
  const heard = new Map<string, Heard>();
  for (const key of oftenAhead(lists)) heard.set(key, { alone: [], ahead: [] });
  for (const { list, kind } of said) {
    if (list.length < wordsOfInterjection.least || list.length > reaction.mostWords) continue;
    const key = list.join(' ');
    const known = heard.get(key);
    if (known) known.alone.push(kind);
    else heard.set(key, { alone: [kind], ahead: [] });
  }
  for (const { list, kind } of distinct.values())
    for (const { key, after } of headsOf(list)) heard.get(key)?.ahead.push({ after, kind });
  return heard;
}

/** Beginnings that are heard often enough. What is long is so only where its own beginning is: most are never counted. */
function oftenAhead(lists: readonly (readonly string[])[]): string[] {
  const often: string[] = [];
  let left = lists.map((list) => ({ list, heads: headsOf(list) }));
  for (let at = 0; left.length > 0; at++) {
    const times = new Map<string, number>();
    const keyOf = ({ heads }: (typeof left)[number]) => heads[at]?.key ?? '';
    for (const one of left) times.set(keyOf(one), (times.get(keyOf(one)) ?? 0) + 1);
    times.delete('');
    for (const [key, count] of times) if (count >= opener.ahead) often.push(key);
    left = left.filter((one) => (times.get(keyOf(one)) ?? 0) >= opener.ahead);
  }
  return often;
}

/** The beginnings that at least so many words follow, shortest first. */
function headsOf(
  list: readonly string[],
  following = 2,
): { key: string; after: string; size: number }[] {
  const most = Math.min(reaction.mostWords, list.length - following);
  return Array.from({ length: Math.max(0, most) }, (_, i) => ({
    key: list.slice(0, 1 + i).join(' '),
    after: list.slice(1 + i, 1 + i + 2).join(' '),
    size: 1 + i,
  }));
}

/** Where the word behind so many begins. */
function startOf(text: string, size: number): number {
  let left = size;
  for (const { 0: chunk, index } of text.matchAll(/\S+/gu)) {
    const count = words(chunk).length;
    if (left <= 0 && count > 0) return index;
    left -= count;
  }
  return 0;
}
