/** Makes a redacted utterance into a training phrase: no token, no reference number and no slot value of the customer's is left. */
import type { DefinedSlot } from '../domain/conversation.js';
import type { Phrase } from '../domain/suggestion.js';
import { type Token, tokensIn } from '../text/tokens.js';
import { isPersonal, madeUp, otherDigits, seedOf } from './made-up.js';

interface Place {
  start: number;
  end: number;
  slot?: string;
  value: string;
}

type Spoken = Pick<Phrase, 'text' | 'entities'>;

/** Digits that people group with blanks, points or hyphens; a year is no reference. */
const longNumber = /\d(?:[ .-]?\d){3,}/g;
const year = /^(?:19|20)\d\d$/;

/** @param slots the bot's own slots, whose listed values replace those that the customer gave. */
export function replaceValues(spoken: Spoken, slots: readonly DefinedSlot[]): Spoken {
  const places = placesIn(spoken, slots).sort((a, b) => a.start - b.start || b.end - a.end);
  const entities: Phrase['entities'] = [];
  let text = '';
  let at = 0;
  for (const { start, end, slot, value } of places) {
    if (start < at || end <= start) continue;
    text += spoken.text.slice(at, start);
    if (slot !== undefined)
      entities.push({ slot, start: text.length, end: text.length + value.length });
    text += value;
    at = end;
  }
  return { text: text + spoken.text.slice(at), entities };
}

function placesIn(spoken: Spoken, slots: readonly DefinedSlot[]): Place[] {
  const tokens = tokensIn(spoken.text);
  const spans = spoken.entities.map(({ slot, start, end }) => {
    const inside = tokens.filter((token) => token.start < end && token.end > start);
    const from = Math.min(start, ...inside.map((token) => token.start));
    const to = Math.max(end, ...inside.map((token) => token.end));
    const source = spoken.text.slice(from, to);
    return { start: from, end: to, slot, value: replacementFor(slot, source, inside[0], slots) };
  });
  const rest = tokens.map((token) => ({ ...token, value: madeUp(token.kind, seedOf(token.hash)) }));
  const numbers = Array.from(spoken.text.matchAll(longNumber), ([number], i) => ({ number, i }));
  let from = 0;
  const runs = numbers.flatMap(({ number }) => {
    const start = spoken.text.indexOf(number, from);
    const end = start + number.length;
    from = end;
    const inToken = tokens.some((token) => token.start < end && token.end > start);
    if (inToken || year.test(number)) return [];
    return [{ start, end, value: otherDigits(number, seedOf(number)) }];
  });
  return [...spans, ...rest, ...runs];
}

function replacementFor(
  slot: string,
  source: string,
  token: Token | undefined,
  slots: readonly DefinedSlot[],
): string {
  const seed = seedOf(token?.hash ?? source.toLowerCase());
  const others = (slots.find(({ name }) => name === slot)?.values ?? []).filter(
    (value) => value.toLowerCase() !== source.toLowerCase() && value.trim() !== '',
  );
  const other = others[seed % (others.length || 1)];
  if (other !== undefined) return other;
  if (token) return madeUp(token.kind, seed);
  if (isPersonal(slot)) return madeUp(slot, seed);
  return otherDigits(source, seed);
}
