/** Which intents' forms have a slot, and how that speaks for it where a contact is about one of them. */
import type { BotDefinition } from '../domain/conversation.js';
import { formSlots } from '../domain/form-slots.js';
import { askedOfAnyForm, askedOfForm } from './settings.js';

/** Slot to the intents that need it by the definition's word; a slot that none needs is left out. */
export type Forms = ReadonlyMap<string, ReadonlySet<string>>;

/** Slot to intents, each with ln of how much less likely the slot is asked for in its contacts, for want of its name (see `uncalledIn`). */
export type Uncalled = ReadonlyMap<string, ReadonlyMap<string, number>>;

/** @param verification slots that agents ask for whatever the customer wants: left out */
export function formsOf(
  definition: BotDefinition | null,
  verification: readonly string[] = [],
): Forms {
  return new Map(
    [...formSlots(definition).bySlot].filter(([slot]) => !verification.includes(slot)),
  );
}

/** Agents make sure who is there whatever the customer wants: as if every intent's form had these slots. */
export function agentsFormsOf(
  definition: BotDefinition | null,
  verification: readonly string[],
): Forms {
  const all = new Set(definition?.intents.map(({ name }) => name));
  const forms = formsOf(definition, verification);
  return new Map([...forms, ...verification.map((slot) => [slot, all] as const)]);
}

/** ln of how much likelier a slot is asked for, whose form the contact is about with this probability. */
export const byForm = (inForm: number): number =>
  Math.log((inForm * askedOfForm.own + (1 - inForm) * askedOfForm.others) / askedOfAnyForm);
