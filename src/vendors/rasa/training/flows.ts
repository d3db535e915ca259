/** CALM's flows: what each collects, calls and is started by. */
import { isObject, type JsonObject, listOf, objectOf, textOf } from '../../../lib/json.js';

export interface Flow {
  description?: string;
  /** Slots that it asks for, in order, also in the branches of its steps. */
  collects: string[];
  /** Flows that run within it. */
  calls: string[];
  /** Intents that start it. */
  triggers: string[];
  /** False for patterns, which the assistant starts itself, and for flows that only others start (`if: False`). */
  isStartedByCustomers: boolean;
}

export function flowOf(name: string, value: unknown): Flow {
  const flow = objectOf(value);
  const description = textOf(flow.description)?.trim();
  const named = (key: string) => stepsIn(flow).flatMap((step) => textOf(step[key]) ?? []);
  return {
    ...(description !== undefined && { description }),
    collects: named('collect'),
    calls: named('call'),
    triggers: listOf(flow.nlu_trigger).flatMap(triggerOf),
    isStartedByCustomers: !name.startsWith('pattern_') && !/^false$/i.test(String(flow.if)),
  };
}

/** Responses that ask for a slot of a flow in other words than `utter_ask_<slot>`. */
export const promptsIn = (value: unknown): { slot: string; response: string }[] =>
  stepsIn(objectOf(value)).flatMap(({ collect, utter }) => {
    const [slot, response] = [textOf(collect), textOf(utter)];
    return slot === undefined || response === undefined ? [] : [{ slot, response }];
  });

/**
 * Slots that a flow asks for, with those of the flows that it calls, however deep.
 * @param seen flows whose slots are in already: two may call the same one, so that there are far more ways through them than flows
 */
export function collectedBy(
  name: string,
  flows: ReadonlyMap<string, Flow>,
  seen = new Set<string>(),
): string[] {
  const flow = flows.get(name);
  if (!flow || seen.has(name)) return [];
  seen.add(name);
  return [...flow.collects, ...flow.calls.flatMap((called) => collectedBy(called, flows, seen))];
}

/** `- intent: {name: order, confidence_threshold: 0.9}`, or `- intent: order`. */
const triggerOf = (trigger: unknown): string[] => {
  const { intent } = objectOf(trigger);
  return [textOf(objectOf(intent).name) ?? textOf(intent) ?? []].flat();
};

/** Steps of a flow and of its branches. */
function stepsIn(value: unknown): JsonObject[] {
  if (Array.isArray(value)) return value.flatMap(stepsIn);
  if (!isObject(value)) return [];
  return [value, ...[value.steps, value.then, value.else, value.next].flatMap(stepsIn)];
}
