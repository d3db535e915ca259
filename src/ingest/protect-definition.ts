/** A bot's training data as it may be stored. */
import type { BotDefinition } from '../domain/conversation.js';
import type { BotDefinitionRecord } from '../domain/records.js';
import { filled } from '../lib/json.js';
import type { Hidden } from '../redact/redact.js';
import { otherDigits } from '../text/other-digits.js';
import { localeOf, type ProtectTools, time } from './protect-parts.js';

export function definitionOf(record: BotDefinitionRecord, tools: ProtectTools): BotDefinition {
  const definition = filled({
    platform: record.platform,
    botId: record.bot_id,
    readAt: time(record.read_at),
    locale: localeOf(record.locale),
    confidenceThreshold: record.confidence_threshold,
    fallbackAction: record.fallback_action,
    intents: record.intents.map(({ name, description, examples, required_slots }) =>
      filled({ name, description, examples, requiredSlots: required_slots ?? [] }),
    ),
    slots: record.slots.map(({ name, type, description, values, prompts, needed_by }) =>
      filled({
        name,
        type,
        description,
        values: values ?? [],
        prompts: prompts ?? [],
        neededBy: needed_by ?? [],
      }),
    ),
  });
  return protectedDefinition(definition, tools);
}

/** Letters of a code beside its digits; a number in words has more, and other digits would not hide it. */
const mostLetters = 4;
const fewestDigits = 3;

/** Whether what was hidden is a code, and no name, address or number in words. */
const isCode = ({ kind, words }: Hidden): boolean =>
  !toldByWords.has(kind) &&
  (words.match(/\d/g)?.length ?? 0) >= fewestDigits &&
  (words.match(/\p{L}/gu)?.length ?? 0) <= mostLetters;
const toldByWords = new Set(['name', 'address', 'email']);

/**
 * Training phrases are often what customers said, with their names and numbers in them. Codes keep their shape, by which classifiers
 * and questions know them: with tokens in their place a company's intent of two such phrases was lost.
 */
export function protectedDefinition(
  definition: BotDefinition,
  { redactor, name }: ProtectTools,
): BotDefinition {
  const redact = (text: string) => redactor.redact(text);
  const isCategory = (slot: string, value: string) =>
    redactor.kindOfSlot(slot) === undefined && !/[\d@]/.test(value);
  const taught = (text: string) => {
    const { text: safe, hidden } = redactor.redactWithSpans(text, []);
    return hidden.length > 0 && hidden.every(isCode) ? otherDigits(text) : safe;
  };
  const maybe = (text: string | undefined) => (text === undefined ? undefined : redact(text));
  const { platform, botId, fallbackAction, intents, slots } = definition;
  return filled({
    ...definition,
    platform: name(platform),
    botId: name(botId),
    fallbackAction: fallbackAction === undefined ? undefined : name(fallbackAction),
    intents: intents.map((intent) =>
      filled({
        ...intent,
        name: name(intent.name),
        description: maybe(intent.description),
        examples: intent.examples.map(taught),
        requiredSlots: intent.requiredSlots.map(name),
      }),
    ),
    slots: slots.map((slot) =>
      filled({
        ...slot,
        name: name(slot.name),
        type: maybe(slot.type),
        description: maybe(slot.description),
        // "Saint Paul" of a list of cities is nobody's name, and must stay what conversations are compared with.
        values: slot.values.map((value) => (isCategory(slot.name, value) ? value : taught(value))),
        prompts: slot.prompts.map(redact),
        neededBy: slot.neededBy.map(name),
      }),
    ),
  });
}
