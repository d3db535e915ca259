/** Finds values of the bot's slots in customers' words, caught by the bot or not, so that all of them can be marked. */
import type { BotDefinition, DefinedSlot } from '../domain/conversation.js';
import { formSlots } from '../domain/form-slots.js';
import type { Utterance } from '../domain/journey.js';
import { nameWords } from '../domain/name-words.js';
import type { Phrase } from '../domain/suggestion.js';
import { createPhraseMatcher } from '../text/phrases.js';
import { behindWord, leastShareOfKind, nameWithin } from './settings.js';
import { clock, currency, kindOf, shapedIn } from './value-kinds.js';

type Entity = Phrase['entities'][number];

export interface SlotFinder {
  /**
   * Values whose shape only one slot has, or whose very words one that the intent needs: of several slots the one that it
   * needs, else none is named.
   * Left to right, without overlaps.
   */
  find(text: string, intent: string | null): Entity[];
  /** Whether a value stands there for a slot that is named beside it and whose values have no known shape. */
  namesUnknown(text: string): boolean;
  /** Whether a value stands there, none of these, that the intent needs for one of several slots. */
  leavesOpen(text: string, intent: string | null, marked: readonly Entity[]): boolean;
}

/** @param caught utterances in which the bot caught values: what it takes for a slot's value is one */
export function createSlotFinder(
  definition: BotDefinition | null,
  caught: readonly Utterance[],
): SlotFinder {
  const slots = definition?.slots ?? [];
  const kinds = kindsBySlot(slots, caught);
  const holders = (kind: string) =>
    slots.filter(({ name }) => kinds.get(name)?.has(kind)).map(({ name }) => name);
  const listed = listedValues(slots);
  const words = createPhraseMatcher([...listed.keys()]);
  const forms = formSlots(definition);
  const oneOf = (names: readonly string[], intent: string | null): string | undefined => {
    const own = intent === null ? [] : names.filter((name) => forms.has(intent, name));
    return names.length === 1 ? names[0] : own.length === 1 ? own[0] : undefined;
  };
  const ahead = wordsAhead(caught);
  /** "to" tells a destination from where the journey begins. */
  const saidAhead = (names: readonly string[], text: string, start: number) => {
    const counts = ahead.get(wordBefore(text, start));
    const times = names.map((name) => counts?.get(name) ?? 0);
    const most = Math.max(0, ...times);
    const isClear =
      most >= behindWord.least && most >= behindWord.share * times.reduce((a, b) => a + b, 0);
    return isClear ? names[times.indexOf(most)] : undefined;
  };
  /** A word is a value only where the intent asks for it: "I had a collision" chooses no cover. */
  const inWords = (text: string, intent: string | null) =>
    words.find(text).map(({ phrase, start, end }) => {
      const able = listed.get(phrase.toLowerCase()) ?? [];
      const meant = intent === null ? able : able.filter((name) => forms.has(intent, name));
      const slot = oneOf(meant, intent) ?? saidAhead(meant, text, start);
      return { slot, start, end, isMeant: intent !== null && meant.length > 0 };
    });
  /** A time of day, or a sum of money. */
  const isEither = (text: string, { start, end }: Pick<Entity, 'start' | 'end'>) =>
    clock.test(text.slice(start, end)) && !currency.test(text.slice(0, start));
  const hasTimes = holders('time').length > 0;
  const named = (text: string, start: number) => {
    const before = text.slice(Math.max(0, start - nameWithin), start).toLowerCase();
    return slots.find(({ name }) => before.includes(nameWords(name).toLowerCase()))?.name;
  };
  return {
    find(text, intent) {
      const shaped = shapedIn(text).flatMap(({ kind, start, end }): Entity[] => {
        const said = named(text, start);
        const able = holders(kind);
        const slot = said !== undefined && able.includes(said) ? said : oneOf(able, intent);
        if (kind === 'money' && hasTimes && isEither(text, { start, end })) return [];
        return slot === undefined ? [] : [{ slot, start, end }];
      });
      const listed = inWords(text, intent).flatMap(({ slot, start, end }): Entity[] =>
        slot === undefined ? [] : [{ slot, start, end }],
      );
      return apart([...shaped, ...listed]);
    },
    leavesOpen: (text, intent, marked) =>
      inWords(text, intent).some(
        ({ slot, start, end, isMeant }) =>
          isMeant &&
          slot === undefined &&
          !marked.some((one) => one.start < end && one.end > start),
      ),
    namesUnknown: (text) =>
      shapedIn(text).some(({ start }) => {
        const said = named(text, start);
        return said !== undefined && kinds.get(said) === undefined;
      }),
  };
}

const wordBefore = (text: string, start: number): string =>
  /(\p{L}+)\s*$/u.exec(text.slice(0, start))?.[1]?.toLowerCase() ?? '';

/** How often each slot's values come behind each word. */
function wordsAhead(caught: readonly Utterance[]): Map<string, Map<string, number>> {
  const counts = new Map<string, Map<string, number>>();
  for (const { text, entities } of caught)
    for (const { slot, start } of entities) {
      const word = wordBefore(text, start);
      const own = counts.get(word) ?? new Map<string, number>();
      if (word !== '') counts.set(word, own.set(slot, (own.get(slot) ?? 0) + 1));
    }
  return counts;
}

function kindsBySlot(
  slots: readonly DefinedSlot[],
  caught: readonly Utterance[],
): Map<string, Set<string>> {
  const counts = new Map<string, Map<string, number>>();
  const count = (slot: string, kind: string | null) => {
    if (kind === null) return;
    const own = counts.get(slot) ?? new Map<string, number>();
    counts.set(slot, own.set(kind, (own.get(kind) ?? 0) + 1));
  };
  for (const { name, values } of slots) for (const value of values) count(name, kindOf(value));
  for (const { text, entities } of caught)
    for (const { slot, start, end } of entities)
      count(slot, kindOf(text.slice(start, end), text.slice(0, start)));
  return new Map(
    [...counts].map(([slot, own]) => {
      const all = [...own.values()].reduce((a, b) => a + b, 0);
      return [
        slot,
        new Set([...own].filter(([, n]) => n >= leastShareOfKind * all).map(([kind]) => kind)),
      ];
    }),
  );
}

/** Slots by each of their values in words. */
function listedValues(slots: readonly DefinedSlot[]): Map<string, string[]> {
  const listed = new Map<string, string[]>();
  for (const { name, values } of slots)
    for (const value of values) {
      const key = value.trim().toLowerCase();
      if (/\d|@/.test(key) || key.length < 3) continue;
      listed.set(key, [...new Set([...(listed.get(key) ?? []), name])]);
    }
  return listed;
}

function apart(found: readonly Entity[]): Entity[] {
  const kept: Entity[] = [];
  for (const one of [...found].sort((a, b) => a.start - b.start || b.end - a.end))
    if (one.start >= (kept.at(-1)?.end ?? 0)) kept.push(one);
  return kept;
}
