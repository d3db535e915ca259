/** Makes a redacted utterance into a training phrase: no token, no reference number and no slot value of the customer's is left. */
import type { DefinedSlot } from '../domain/conversation.js';
import type { Phrase } from '../domain/suggestion.js';
import { seedOf } from '../lib/seed.js';
import { type Token, tokensIn } from '../text/tokens.js';
import { isPersonal, madeUp, otherDigits } from './made-up.js';
import { personalData } from './personal-data.js';
import { kindOf } from './value-kinds.js';

interface Place {
  start: number;
  end: number;
  slot?: string;
  value: string;
  /** Nothing shows what such values look like. */
  guessed: boolean;
}

/** `guessed`: a value is in it whose shape nothing shows, neither the words nor the training data. */
export type Replaced = Spoken & { guessed: boolean };

type Spoken = Pick<Phrase, 'text' | 'entities'>;

/** Digits that people group with blanks, points or hyphens; a year is no reference. */
const longNumber = /\d(?:[ .-]?\d){3,}/g;
const year = /^(?:19|20)\d\d$/;
/** "December 8 2026". */
const dayAndYear = /^\d{1,2}[ .-](?:19|20)\d\d$/;

/** @param slots the bot's own slots, whose listed values replace those that the customer gave. */
export function replaceValues(spoken: Spoken, slots: readonly DefinedSlot[]): Replaced {
  const places = placesIn(spoken, slots).sort((a, b) => a.start - b.start || b.end - a.end);
  const entities: Phrase['entities'] = [];
  let text = '';
  let at = 0;
  let isGuess = false;
  for (const { start, end, slot, value, guessed } of places) {
    if (start < at || end <= start) continue;
    text += spoken.text.slice(at, start);
    if (slot !== undefined)
      entities.push({ slot, start: text.length, end: text.length + value.length });
    text += value;
    at = end;
    isGuess ||= guessed;
  }
  return { text: text + spoken.text.slice(at), entities, guessed: isGuess };
}

function placesIn(spoken: Spoken, slots: readonly DefinedSlot[]): Place[] {
  const tokens = tokensIn(spoken.text);
  const spans = spoken.entities.map(({ slot, start, end }) => {
    const inside = tokens.filter((token) => token.start < end && token.end > start);
    const from = Math.min(start, ...inside.map((token) => token.start));
    const to = Math.max(end, ...inside.map((token) => token.end));
    const source = spoken.text.slice(from, to);
    return { start: from, end: to, slot, ...replacementFor(slot, source, inside[0], slots) };
  });
  const rest = tokens.map((token) => ({
    ...token,
    value: madeUp(token.kind, seedOf(token.hash)),
    guessed: true,
  }));
  const numbers = Array.from(spoken.text.matchAll(longNumber), ([number], i) => ({ number, i }));
  let from = 0;
  const runs = numbers.flatMap(({ number }) => {
    const start = spoken.text.indexOf(number, from);
    const end = start + number.length;
    from = end;
    const inToken = tokens.some((token) => token.start < end && token.end > start);
    if (inToken || year.test(number) || dayAndYear.test(number)) return [];
    return [{ start, end, value: otherDigits(number, seedOf(number)), guessed: false }];
  });
  return [...spans, ...rest, ...runs];
}

function replacementFor(
  slot: string,
  source: string,
  token: Token | undefined,
  slots: readonly DefinedSlot[],
): Pick<Place, 'value' | 'guessed'> {
  const seed = seedOf(token?.hash ?? source.toLowerCase());
  const { values = [], type = '' } = slots.find(({ name }) => name === slot) ?? {};
  const isListed = values.some((value) => value.toLowerCase() === source.toLowerCase());
  // One of a closed list is nobody's, and another one would say something else.
  if (isListed && type === 'categorical') return { value: source, guessed: false };
  const others = values.filter(
    (value) => value.toLowerCase() !== source.toLowerCase() && value.trim() !== '',
  );
  const alike = others.filter((value) => kindOf(value) === kindOf(source));
  const from = alike.length > 0 ? alike : token ? others : kindOf(source) ? [] : others;
  const other = from[seed % (from.length || 1)];
  // The training data's own may be somebody's.
  if (other !== undefined)
    return { value: personalData(other) ? personless(other, slot, seed) : other, guessed: false };
  if (token) return { value: madeUp(token.kind, seed), guessed: true };
  if (isPersonal(slot)) return { value: madeUp(slot, seed), guessed: true };
  const value = otherDigits(source, seed);
  // "2019 Model 3" with other digits is no car.
  return { value, guessed: value !== source && /\p{L}{3}/u.test(source) };
}

/** The shape of a value of the training data, and nothing of it that could find a person. */
const personless = (value: string, slot: string, seed: number): string =>
  value.includes('@')
    ? madeUp('email', seed)
    : isPersonal(slot)
      ? madeUp(slot, seed)
      : otherDigits(value, seed);
