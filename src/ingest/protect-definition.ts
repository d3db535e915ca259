/** A bot's training data as it may be stored. */
import type { BotDefinition } from '../domain/conversation.js';
import type { BotDefinitionRecord } from '../domain/records.js';
import { filled } from '../lib/json.js';
import { localeOf, type ProtectTools, time } from './protect-parts.js';

export function definitionOf(
  record: BotDefinitionRecord,
  { redactor, name }: ProtectTools,
): BotDefinition {
  const redact = (text: string) => redactor.redact(text);
  const maybe = (text: string | undefined) => (text === undefined ? undefined : redact(text));
  return filled({
    platform: name(record.platform),
    botId: name(record.bot_id),
    readAt: time(record.read_at),
    locale: localeOf(record.locale),
    confidenceThreshold: record.confidence_threshold,
    fallbackAction: record.fallback_action === undefined ? undefined : name(record.fallback_action),
    intents: record.intents.map((intent) =>
      filled({
        name: name(intent.name),
        description: maybe(intent.description),
        examples: intent.examples.map(redact),
        requiredSlots: (intent.required_slots ?? []).map(name),
      }),
    ),
    slots: record.slots.map((slot) =>
      filled({
        name: name(slot.name),
        type: maybe(slot.type),
        description: maybe(slot.description),
        values: (slot.values ?? []).map(redact),
        prompts: (slot.prompts ?? []).map(redact),
        neededBy: (slot.needed_by ?? []).map(name),
      }),
    ),
  });
}
