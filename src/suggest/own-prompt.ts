/** A question for a slot in the bot's own voice: agents' words are evidence, not what a bot says. */
import type { BotDefinition, DefinedSlot } from '../domain/conversation.js';

/** "annual_mileage" as a person says it. */
export const spokenName = (slot: string): string => slot.replace(/[_\-/.]+/g, ' ').trim();

/** One question, and nothing but a question. */
export const isQuestion = (text: string): boolean =>
  /^[^?？]*[?？]$/.test(text.trim()) && !/[.!。]\s/.test(text);

/**
 * The slot's own prompt; else another slot's prompt that names its slot, with this one's name in its place, the shortest
 * of those; undefined where the bot has no such question to go by.
 */
export function ownPrompt(slot: string, definition: BotDefinition | null): string | undefined {
  const slots = definition?.slots ?? [];
  const own = slots.find(({ name }) => name === slot)?.prompts[0];
  if (own !== undefined) return own;
  return slots
    .flatMap((sibling) => patternsOf(sibling))
    .sort((a, b) => a.length - b.length || (a < b ? -1 : 1))
    .map((pattern) => pattern.replace(place, spokenName(slot)))
    .at(0);
}

const place = '{}';

/** The questions of a slot that say its name, with a place for another's. */
function patternsOf({ name, prompts }: DefinedSlot): string[] {
  const said = spokenName(name).toLowerCase();
  return prompts.flatMap((prompt) => {
    const at = prompt.toLowerCase().indexOf(said);
    if (at < 0 || !isQuestion(prompt) || prompt.includes('{')) return [];
    return [prompt.slice(0, at) + place + prompt.slice(at + said.length)];
  });
}
