/** Which slots an intent's form has by the definition's own word: those that it requires, and those that say it needs them. */
import type { BotDefinition } from './conversation.js';

export interface FormSlots {
  /** Without the intents that need none. */
  byIntent: ReadonlyMap<string, ReadonlySet<string>>;
  /** Without the slots that none needs. */
  bySlot: ReadonlyMap<string, ReadonlySet<string>>;
  has(intent: string | undefined, slot: string | undefined): boolean;
}

export function formSlots(definition: Pick<BotDefinition, 'intents' | 'slots'> | null): FormSlots {
  const byIntent = new Map<string, Set<string>>();
  const bySlot = new Map<string, Set<string>>();
  const add = (intent: string, slot: string) => {
    byIntent.set(intent, (byIntent.get(intent) ?? new Set()).add(slot));
    bySlot.set(slot, (bySlot.get(slot) ?? new Set()).add(intent));
  };
  for (const { name, neededBy } of definition?.slots ?? [])
    for (const intent of neededBy) add(intent, name);
  for (const { name, requiredSlots } of definition?.intents ?? [])
    for (const slot of requiredSlots) add(name, slot);
  return {
    byIntent,
    bySlot,
    has: (intent, slot) =>
      intent !== undefined && slot !== undefined && byIntent.get(intent)?.has(slot) === true,
  };
}
