/**
 * What agents ask for by a name that no slot of the definition has: "your router model", "the colour of the light". The
 * name of the slot to be is taken from their own words.
 */
import type { DefinedSlot } from '../domain/conversation.js';
import type { Lexicon } from '../domain/lexicon.js';
import { type Clause, termOf, wordsOf } from '../transcript/clauses.js';
import type { SentenceAsk } from './asks.js';
import { rivalShare, topicShare } from './settings.js';
import { createProfiler } from './slot-profile.js';

/** Reads the name of what a clause asks for: ["router", "model"]; null where it names nothing. */
export type NameReader = (clause: Clause) => string[] | null;

const longestName = 4;

export function createNameReader(lexicon: Lexicon): NameReader {
  const stop = new Set(lexicon.stopWords.flatMap(wordsOf));
  const determiners = new Set(lexicon.determiners);

  function run(words: readonly string[], from: number): string[] {
    let to = from;
    while (to < words.length && !stop.has(words[to] ?? '')) to += 1;
    return words.slice(from, to);
  }

  return ({ words, breaks }) => {
    if (breaks.length > 1) return null;
    const starts = words.flatMap((word, at) => (determiners.has(word) ? [at + 1] : []));
    for (const from of [...starts, ...(starts.length === 0 ? [0] : [])]) {
      const head = run(words, from);
      if (head.length === 0 || head.length > longestName) continue;
      const after = from + head.length;
      // "The colour of the light" is the light colour, "date of charge" the charge date.
      const next = after + (determiners.has(words[after + 1] ?? '') ? 2 : 1);
      const owner = words[after] === 'of' ? run(words, next) : [];
      const name = [...owner, ...head];
      return name.length <= longestName ? name : head;
    }
    return null;
  };
}

/** Whether the slot's own words, or those of its kinds, say all of a name. */
export type Covers = (slot: string, name: readonly string[]) => boolean;

export function createCovers(slots: readonly DefinedSlot[], lexicon: Lexicon): Covers {
  const profile = createProfiler(lexicon);
  const known = new Map(
    slots.map((slot) => {
      const { terms, kinds } = profile(slot);
      const ofKinds = [...kinds].flatMap((kind) => lexicon.slotTypes[kind]?.names ?? []);
      return [
        slot.name,
        new Set([...terms.keys(), ...ofKinds.flatMap(wordsOf).map(termOf)]),
      ] as const;
    }),
  );
  return (slot, name) => name.every((word) => known.get(slot)?.has(termOf(word)) ?? false);
}

/** One name in all its forms: "light colours" and "colour of the light". */
export const topicKey = (name: readonly string[]): string => name.map(termOf).join(' ');

/** A sentence that names a topic asks for it rather than for a slot whose words do not cover the name. */
export function withTopic(
  prior: Map<string, number>,
  asks: readonly SentenceAsk[],
  topic: string,
  name: readonly string[],
  covers: Covers,
): Map<string, number> {
  if (asks.some(({ slot }) => slot === topic || covers(slot, name))) return prior;
  let moved = 0;
  for (const { slot } of asks) {
    const share = prior.get(slot) ?? 0;
    prior.set(slot, share * (1 - rivalShare));
    moved += share * rivalShare;
  }
  let open = 1;
  for (const share of prior.values()) open -= share;
  return prior.set(topic, moved + Math.max(0, open - moved) * topicShare);
}
