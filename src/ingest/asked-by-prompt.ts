/** What the bot asks for, where its log does not say so: the definition has the words of its prompts. */

import type { BotDefinition } from '../domain/conversation.js';
import type { BotSessionRecord } from '../domain/records.js';
import { escapeRegExp } from '../lib/escape-reg-exp.js';
import { remembering } from '../lib/memo.js';
import { words } from '../text/words.js';

/** @returns the slot of the bot's last question in a text, if it is one of its known prompts */
export type PromptReader = (text: string) => string | undefined;

interface Prompt {
  slot: string;
  pattern: RegExp;
}

/** A value that the bot puts into its prompt: `{city}`, `${city}`, `$session.params.city`, `<? $city ?>`. */
const placeholder = /<\?.*?\?>|\$?\{+[^{}]*\}+|\$[\p{L}_][\p{L}\p{N}_.-]*/gu;
/** What stands in its place: bounded, so that no text is searched for long. */
const value = ' ?.{0,100}? ?';
/** Characters from the end: that is where a question stands. */
const longestRead = 1000;
/** "Date?" may be part of any sentence: shorter prompts count only where nothing else is said. */
const fewestWords = 3;
/** Bots say the same few hundred texts all night. */
const mostRemembered = 2000;

/** Prompts that two slots share tell of neither. */
export function promptReader({ slots }: Pick<BotDefinition, 'slots'>): PromptReader {
  const prompts = slots.flatMap(({ name, prompts: texts }) =>
    texts.flatMap((text) => promptOf(name, text)),
  );
  const read = remembering(mostRemembered, (text) => ({ slot: slotOf(text, prompts) }));
  return (text) => read(text).slot;
}

function promptOf(slot: string, text: string): Prompt | [] {
  const parts = text.split(placeholder).map((part) => words(part).join(' '));
  const said = parts.filter((part) => part !== '');
  if (said.length === 0) return [];
  const isShort = words(said.join(' ')).length < fewestWords;
  const body = parts.map(escapeRegExp).join(value);
  return { slot, pattern: new RegExp(isShort ? `^${body}$` : `(?:^| )${body}(?= |$)`, 'dgu') };
}

function slotOf(text: string, prompts: readonly Prompt[]): string | undefined {
  const said = words(text.slice(-longestRead)).join(' ');
  const found = prompts.flatMap(({ slot, pattern }) => {
    const last = [...said.matchAll(pattern)].at(-1);
    return last ? [{ slot, end: last.index + last[0].length, length: last[0].length }] : [];
  });
  const [best, ...others] = found.sort((a, b) => b.end - a.end || b.length - a.length);
  const isShared = others.some(
    ({ slot, end, length }) => slot !== best?.slot && end === best?.end && length === best.length,
  );
  return isShared ? undefined : best?.slot;
}

/** A log that says of any turn what it asks for is believed in all of them. */
export function withAsks(record: BotSessionRecord, slotAskedIn: PromptReader): BotSessionRecord {
  if (record.turns.some(({ asks_for }) => asks_for !== undefined)) return record;
  const turns = record.turns.map((turn) => {
    const slot = turn.actor === 'bot' && turn.text ? slotAskedIn(turn.text) : undefined;
    return slot === undefined ? turn : { ...turn, asks_for: slot };
  });
  return { ...record, turns };
}
