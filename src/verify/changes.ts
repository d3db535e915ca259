/** What changed in the bot's training data, and since when: each state that was read is known by its hash. */
import { createHash } from 'node:crypto';
import type { BotDefinition } from '../domain/conversation.js';
import { formSlots } from '../domain/form-slots.js';

export interface TrainingChange {
  /** When the changed files are from, epoch ms. */
  at: number;
  /** Intents whose phrases or slots are others than before, by name; new ones and removed ones among them. */
  intents: string[];
}

/** @param definitions states of one bot's training data, in order of time */
export function trainingChanges(definitions: readonly BotDefinition[]): TrainingChange[] {
  const changes: TrainingChange[] = [];
  let before: Map<string, string> | null = null;
  for (const definition of definitions) {
    const now = intentHashes(definition);
    const intents = before === null ? [] : differing(before, now);
    if (intents.length > 0) changes.push({ at: definition.readAt, intents });
    before = now;
  }
  return changes;
}

function differing(
  before: ReadonlyMap<string, string>,
  now: ReadonlyMap<string, string>,
): string[] {
  const names = new Set([...before.keys(), ...now.keys()]);
  return [...names].filter((name) => before.get(name) !== now.get(name)).sort();
}

/** Order is no change: a console may write the same phrases in another one. */
function intentHashes(definition: BotDefinition): Map<string, string> {
  const { intents, slots } = definition;
  const forms = formSlots(definition);
  return new Map(
    intents.map(({ name, examples, requiredSlots }) => {
      const own = slots.filter((slot) => forms.has(name, slot.name));
      const content = [
        [...examples].sort(),
        [...requiredSlots].sort(),
        own.map((slot) => [slot.name, [...slot.values].sort(), [...slot.prompts].sort()]).sort(),
      ];
      return [name, createHash('sha256').update(JSON.stringify(content)).digest('hex')];
    }),
  );
}
