/** Slots with what asks for them, what fills them and who needs them. */
import type { DefinedSlot } from '../../../domain/conversation.js';
import { filled, isObject, listOf, textOf } from '../../../lib/json.js';
import type { Example } from './examples.js';
import type { Project } from './files.js';

/** Slots that Rasa keeps for itself. */
const internal = new Set([
  'requested_slot',
  'session_started_metadata',
  'dialogue_stack',
  'flow_hashes',
]);
const mostValues = 50;

export function slotsOf(
  project: Project,
  examples: readonly Example[],
  needed: ReadonlyMap<string, readonly string[]>,
): DefinedSlot[] {
  const names = new Set(
    [project.slots.keys(), ...project.forms.values(), ...needed.values()].flatMap((some) => [
      ...some,
    ]),
  );
  const words = wordsByEntity(examples);
  return [...names]
    .filter((name) => !internal.has(name))
    .map((name) => {
      const slot = project.slots.get(name) ?? {};
      const given = listOf(slot.values).flatMap((value) => textOf(value) ?? []);
      const marked = entitiesOf(name, slot.mappings, words).flatMap(
        (entity) => words.get(entity) ?? [],
      );
      return filled({
        name,
        type: textOf(slot.type),
        description: project.notes.get(name),
        values: [...new Set(given.length > 0 ? given : marked)].slice(0, mostValues),
        prompts: promptsOf(name, project),
        neededBy: [...needed].flatMap(([intent, slots]) => (slots.includes(name) ? [intent] : [])),
      });
    });
}

/** `utter_ask_<form>_<slot>`, `utter_ask_<slot>`, and what a flow names. */
function promptsOf(slot: string, { forms, responses, prompts }: Project): string[] {
  const names = [
    `utter_ask_${slot}`,
    ...[...forms.keys()].map((form) => `utter_ask_${form}_${slot}`),
    ...prompts.flatMap((one) => (one.slot === slot ? [one.response] : [])),
  ];
  return [...new Set(names.flatMap((name) => responses.get(name) ?? []))];
}

/** Entities that the slot's mappings name; Rasa 2 fills a slot from the entity of its own name. */
function entitiesOf(
  slot: string,
  mappings: unknown,
  words: ReadonlyMap<string, unknown>,
): string[] {
  const named = listOf(mappings).flatMap((mapping) =>
    isObject(mapping) ? (textOf(mapping.entity) ?? []) : [],
  );
  if (named.length > 0) return [...new Set(named)];
  return words.has(slot) ? [slot] : [];
}

function wordsByEntity(examples: readonly Example[]): Map<string, string[]> {
  const words = new Map<string, string[]>();
  for (const { entities } of examples)
    for (const found of entities) {
      const known = words.get(found.entity) ?? [];
      if (!known.includes(found.words)) known.push(found.words);
      words.set(found.entity, known);
    }
  return words;
}
