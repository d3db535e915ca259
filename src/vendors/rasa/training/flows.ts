/** Flows of CALM (Rasa Pro): what a customer can want, and the slots that each collects. */
import { type JsonObject, listOf, objectOf, textOf } from '../../../lib/json.js';

export interface Flow {
  name: string;
  description?: string;
  /** In the order of their steps. */
  slots: string[];
  /** Slots that are asked for by another response than `utter_ask_<slot>`. */
  askedBy: Map<string, string>;
}

/** Flows that Rasa itself starts (`pattern_…`), or that only other flows start, are nothing that a customer wants. */
export function flowsOf(name: string, { description, steps, if: condition }: JsonObject): Flow[] {
  if (name.startsWith('pattern_') || condition === false || String(condition) === 'False')
    return [];
  const collected = stepsIn(steps).flatMap((step) => {
    const slot = textOf(step.collect);
    return slot === undefined ? [] : [{ slot, utter: textOf(step.utter) }];
  });
  const text = textOf(description);
  return [
    {
      name,
      ...(text !== undefined && { description: text }),
      slots: [...new Set(collected.map(({ slot }) => slot))],
      askedBy: new Map(
        collected.flatMap(({ slot, utter }): [string, string][] => (utter ? [[slot, utter]] : [])),
      ),
    },
  ];
}

/** Branches (`next: [{if, then: [...]}, {else: [...]}]`) hold steps of their own. */
function stepsIn(steps: unknown): JsonObject[] {
  return listOf(steps).flatMap((one) => {
    const step = objectOf(one);
    const branches = listOf(step.next).map(objectOf);
    return [
      step,
      ...branches.flatMap(({ then, else: other }) => [...stepsIn(then), ...stepsIn(other)]),
    ];
  });
}
