/** What is known of a slot before any agent has spoken: its name, description, values, the bot's own prompts, its kinds. */
import type { DefinedSlot } from '../domain/conversation.js';
import type { Lexicon } from '../domain/lexicon.js';
import { stem } from '../text/words.js';
import { wordsOf } from './clauses.js';
import { createPhrasebook, type Hit } from './phrasebook.js';

export interface SlotProfile {
  name: string;
  /** Stem, or `@kind`, to weight. */
  terms: Map<string, number>;
  /** Words of the name that say something, each with the kinds that it stands for. */
  parts: { stem: string; kinds: string[] }[];
  kinds: ReadonlySet<string>;
  values: string[][];
}

const weights = { name: 1, kind: 0.8, description: 0.35, prompt: 0.4 };

/** "dateOfBirth", "date_of_birth" and "date-of-birth" as words. */
export function splitName(name: string): string[] {
  return wordsOf(name.replace(/([\p{Ll}\p{N}])(\p{Lu})/gu, '$1 $2').replace(/[_\-./]+/g, ' '));
}

export type Profiler = (slot: DefinedSlot) => SlotProfile;

export function createProfiler(lexicon: Lexicon): Profiler {
  const stop = new Set(lexicon.stopWords.flatMap(wordsOf));
  const kindsIn = createPhrasebook<string>(
    Object.entries(lexicon.slotTypes).flatMap(([kind, { names }]) =>
      names.map((name) => [wordsOf(name).map(stem), kind] as const),
    ),
  );
  const content = (words: readonly string[]) => words.filter((word) => !stop.has(word)).map(stem);

  return (slot) => {
    const name = splitName(slot.name);
    const description = wordsOf(slot.description ?? '');
    const terms = new Map<string, number>();
    const raise = (term: string, weight: number) =>
      terms.set(term, Math.max(weight, terms.get(term) ?? 0));
    const kindHits = kindsIn(name.map(stem));
    const kinds = new Set(kindHits.map(({ label }) => label));
    if (slot.type !== undefined && Object.hasOwn(lexicon.slotTypes, slot.type))
      kinds.add(slot.type);
    const described = kindsIn(description.map(stem)).map(({ label }) => label);
    for (const prompt of slot.prompts)
      for (const term of content(wordsOf(prompt))) raise(term, weights.prompt);
    for (const term of content(description)) raise(term, weights.description);
    for (const term of content(name)) raise(term, weights.name);
    for (const kind of described) raise(`@${kind}`, kinds.size === 0 ? 0.6 : 0.25);
    for (const kind of kinds) raise(`@${kind}`, weights.kind);
    if (kinds.size === 0) for (const kind of described) kinds.add(kind);
    return {
      name: slot.name,
      terms,
      parts: partsOf(name, stop, kindHits),
      kinds,
      values: slot.values.map(wordsOf).filter((words) => words.length > 0),
    };
  };
}

function partsOf(
  name: readonly string[],
  stop: ReadonlySet<string>,
  hits: readonly Hit<string>[],
): SlotProfile['parts'] {
  return name.flatMap((word, at) => {
    const kinds = hits.filter(({ from, to }) => from <= at && at < to).map(({ label }) => label);
    return stop.has(word) && kinds.length === 0 ? [] : [{ stem: stem(word), kinds }];
  });
}
