/** Which intents run which form, and so need which slots. */
import { type JsonObject, listOf, objectOf, textOf } from '../../../lib/json.js';
import type { RasaProject } from './project.js';

/** Slots that steer a form rather than being asked of the customer. */
const internal = new Set(['requested_slot', 'session_started_metadata']);

/** Required slots of each intent and flow, in the order in which they are asked for. */
export function neededSlots(
  project: RasaProject,
  intents: readonly string[],
): Map<string, string[]> {
  const flows = new Map(project.flows.map(({ name, slots }) => [name, slots]));
  return new Map(
    intents.map((intent) => {
      const slots = formsOf(project, intent).flatMap((form) => project.forms.get(form) ?? []);
      const all = new Set([...slots, ...(flows.get(intent) ?? [])]);
      return [intent, [...all].filter((slot) => !internal.has(slot))];
    }),
  );
}

/**
 * The forms that collect an intent's slots, the one that most rules and stories start after it first. The naming convention
 * decides only for an intent that none of them leads to a form.
 */
export function formsOf({ paths, forms }: RasaProject, intent: string): string[] {
  const counts = new Map<string, number>();
  for (const { steps, active } of paths)
    for (const form of formsStarted(steps, active, intent, forms))
      counts.set(form, (counts.get(form) ?? 0) + 1);
  const started = [...counts].sort((a, b) => b[1] - a[1]).map(([form]) => form);
  if (started.length > 0) return started;
  const alike = [intent, `${intent}_form`, `form_${intent}`].find((form) => forms.has(form));
  return alike === undefined ? [] : [alike];
}

/** A form that ran before in the path is resumed, not started: any answer or courtesy does that. */
function formsStarted(
  steps: readonly JsonObject[],
  active: string | undefined,
  intent: string,
  forms: RasaProject['forms'],
): Set<string> {
  const ran = new Set([active]);
  const started = new Set<string>();
  steps.forEach((step, i) => {
    ran.add(formRun(step, forms));
    const form = formRun(steps[i + 1], forms);
    if (form !== undefined && !ran.has(form) && intentsIn(step).includes(intent)) started.add(form);
  });
  return started;
}

/** One intent, or those of an `or`. */
function intentsIn(step: JsonObject): string[] {
  const one = textOf(step.intent);
  return [
    ...(one === undefined ? [] : [one]),
    ...listOf(step.or).flatMap((part) => intentsIn(objectOf(part))),
  ];
}

/** The form that a step runs. */
function formRun(step: JsonObject | undefined, forms: RasaProject['forms']): string | undefined {
  const name = textOf(step?.action) ?? textOf(step?.active_loop);
  return name !== undefined && forms.has(name) ? name : undefined;
}
