/** What is known of a slot before any agent has spoken: its name, description, values, the bot's own prompts, its kinds. */
import type { DefinedSlot } from '../domain/conversation.js';
import type { Lexicon } from '../domain/lexicon.js';
import { createPhrasebook, type Hit } from '../text/phrasebook.js';
import { createKindNames } from '../text/short-names.js';
import { splitName, termOf, wordsOf } from '../transcript/clauses.js';
import { profileWeights } from './settings.js';

export interface SlotProfile {
  name: string;
  /** Stem, or `@kind`, to weight. */
  terms: Map<string, number>;
  /** Words of the name that say something, each with the kinds that it stands for. */
  parts: NamePart[];
  kinds: ReadonlySet<string>;
  /** Those of its kinds that say what sort of answer it has. */
  types: ReadonlySet<string>;
  /** Its possible values as words, where naming one says that this slot is meant: no numbers, no yes or no. */
  values: string[][];
}

interface NamePart {
  stem: string;
  kinds: string[];
  /** What people say for it, each by itself. */
  also: string[];
}

/** A slot of this kind holds yes or no. */
export const flag = 'flag';

export type Profiler = (slot: DefinedSlot) => SlotProfile;

export function createProfiler(lexicon: Lexicon): Profiler {
  const stop = new Set(lexicon.stopWords.flatMap(wordsOf));
  const kindsIn = createPhrasebook<string>(
    Object.entries(lexicon.slotTypes).flatMap(([kind, { names }]) =>
      names.map((name) => [wordsOf(name).map(termOf), kind] as const),
    ),
  );
  const questionWords = new Set(lexicon.questionWords);
  const kindsAsked = createPhrasebook<string>(
    Object.entries(lexicon.slotTypes).flatMap(([kind, { asks }]) =>
      asks
        .map(wordsOf)
        .filter(([first = '']) => questionWords.has(first))
        .map((ask) => [ask.map(termOf), kind] as const),
    ),
  );
  const yesOrNo = new Set([...lexicon.affirmations, ...lexicon.negations]);
  const names = (value: readonly string[]) =>
    value.some((word) => !/^\d+$/.test(word) && !yesOrNo.has(word));
  const content = (words: readonly string[]) => words.filter((word) => !stop.has(word)).map(termOf);

  const inFull = createKindNames(lexicon);
  const saidFor = (word: string): string[] =>
    Object.hasOwn(lexicon.saidFor, word) ? wordsOf(lexicon.saidFor[word] ?? '').map(termOf) : [];
  /** "AM, PM" are times. */
  const kindsOfValues = (values: readonly (readonly string[])[]): string[] =>
    Object.entries(lexicon.slotTypes).flatMap(([kind, one]) => {
      const known = new Set(one.values);
      return values.length > 1 && values.every((words) => known.has(words.join(' '))) ? kind : [];
    });

  const roleOf = (kind: string) => lexicon.slotTypes[kind]?.roleOf ?? null;

  /** "Departure" in "departure date" is a start, in "departure city" an origin. */
  function fitting(kinds: readonly string[]): Set<string> {
    const types = kinds.filter((kind) => !roleOf(kind));
    const fits = (of: readonly string[] | null) =>
      !of?.length || types.length === 0 || types.some((type) => of.includes(type));
    return new Set(kinds.filter((kind) => fits(roleOf(kind))));
  }

  return (slot) => {
    const name = splitName(slot.name).flatMap(figuresApart).map(inFull);
    const description = wordsOf(slot.description ?? '');
    const terms = new Map<string, number>();
    const raise = (term: string, weight: number) =>
      terms.set(term, Math.max(weight, terms.get(term) ?? 0));
    const values = slot.values.map(wordsOf).filter((words) => words.length > 0);
    const telling = values.filter(names);
    const kindHits = kindsOfName(name);
    const descriptionHits = kindsIn(description.map(termOf));
    const isFlag =
      (values.length > 0 && values.length <= 3 && telling.length === 0 && !values.some(isNumber)) ||
      descriptionHits.some(({ label, from }) => label === flag && from <= 1);
    const kinds = isFlag ? new Set([flag]) : fitting(kindHits.map(({ label }) => label));
    // "Wanted plan" of a list of plans is answered by one of them.
    if (telling.length > 0 && !isFlag) kinds.delete(flag);
    for (const kind of kindsOfValues(values)) kinds.add(kind);
    if (slot.type !== undefined && Object.hasOwn(lexicon.slotTypes, slot.type))
      kinds.add(slot.type);
    // "Since when the problem exists" is a date, whatever else it speaks of; "city where it is" asks nothing.
    const asking = kindsAsked(description.map(termOf)).filter(
      ({ from }) => from === 0 || (from === 1 && !descriptionHits.some((hit) => hit.from === 0)),
    );
    const described = (asking.length > 0 ? asking : descriptionHits)
      .map(({ label }) => label)
      .filter((kind) => kind !== flag);
    for (const prompt of slot.prompts)
      for (const term of content(wordsOf(prompt))) raise(term, profileWeights.prompt);
    for (const term of content(description)) raise(term, profileWeights.description);
    for (const pair of [...pairsOf(name), ...pairsOf(description)])
      raise(pair, profileWeights.compound);
    for (const term of content(name)) raise(term, profileWeights.name);
    for (const term of name.flatMap(saidFor)) raise(term, profileWeights.name);
    for (const kind of described) raise(`@${kind}`, kinds.size === 0 ? 0.6 : 0.25);
    for (const kind of kinds)
      raise(`@${kind}`, kind === flag ? profileWeights.flag : profileWeights.kind);
    if (kinds.size === 0) for (const kind of described) kinds.add(kind);
    return {
      name: slot.name,
      terms,
      parts: partsOf(name, stop, kindHits, saidFor),
      kinds,
      types: new Set([...kinds].filter((kind) => !roleOf(kind))),
      values: telling,
    };
  };

  /** "Birth day" is one word, and no day. */
  function kindsOfName(name: readonly string[]): Hit<string>[] {
    const joined = name.slice(1).flatMap((word, at) => {
      const [hit] = kindsIn([termOf(`${name[at]}${word}`)]);
      return hit ? [{ ...hit, from: at, to: at + 2 }] : [];
    });
    const isApart = ({ from, to }: Hit<string>) =>
      !joined.some((one) => one.from < to && from < one.to);
    return [...joined, ...kindsIn(name.map(termOf)).filter(isApart)];
  }

  /** "Bed rooms" are bedrooms. */
  function pairsOf(words: readonly string[]): string[] {
    return words.flatMap((word, at) => {
      const next = words[at + 1];
      return next === undefined || stop.has(word) || stop.has(next) ? [] : [termOf(word + next)];
    });
  }
}

/** "Last4" is said as two words; "W2" and "P45" are names. */
const figuresApart = (word: string): string[] => {
  const [, letters, figures] = /^(\p{L}{3,})(\d+)$/u.exec(word) ?? [];
  return letters && figures ? [letters, figures] : [word];
};

const isNumber = (value: readonly string[]) => value.every((word) => /^\d+$/.test(word));

function partsOf(
  name: readonly string[],
  stop: ReadonlySet<string>,
  hits: readonly Hit<string>[],
  saidFor: (word: string) => string[],
): NamePart[] {
  return name.flatMap((word, at) => {
    const kinds = hits.filter(({ from, to }) => from <= at && at < to).map(({ label }) => label);
    return stop.has(word) && kinds.length === 0
      ? []
      : [{ stem: termOf(word), kinds, also: saidFor(word) }];
  });
}
