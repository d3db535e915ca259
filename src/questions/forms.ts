/** Which intents' forms have a slot, and how that speaks for it where a contact is about one of them. */
import type { BotDefinition } from '../domain/conversation.js';

/** Slot to the intents that need it by the definition's word; a slot that none needs is left out. */
export type Forms = ReadonlyMap<string, ReadonlySet<string>>;

export function formsOf(definition: BotDefinition | null): Forms {
  const forms = new Map<string, Set<string>>();
  const add = (slot: string, intent: string) =>
    forms.set(slot, (forms.get(slot) ?? new Set<string>()).add(intent));
  for (const { name, neededBy } of definition?.slots ?? [])
    for (const intent of neededBy) add(name, intent);
  for (const { name, requiredSlots } of definition?.intents ?? [])
    for (const slot of requiredSlots) add(slot, name);
  return forms;
}

/** P(the agent asks for a slot that the form has), and for one that only other forms have. */
const asked = { own: 0.9, others: 0.1 };
/** The same where it is not known whose form it is. */
const unknown = 0.3;

/** ln of how much likelier a slot is asked for, whose form the contact is about with this probability. */
export const byForm = (inForm: number): number =>
  Math.log((inForm * asked.own + (1 - inForm) * asked.others) / unknown);
