/** Which intents run which form, and so need which slots. */
import { type JsonObject, listOf, textOf } from '../../../lib/json.js';
import type { Project } from './files.js';

/** Slots that steer a form rather than being asked of the customer. */
const internal = new Set(['requested_slot', 'session_started_metadata']);

/** Required slots of each intent, in the order of its forms or its flow. */
export function neededSlots(project: Project, intents: readonly string[]): Map<string, string[]> {
  const forms = formsByIntent(project, intents);
  return new Map(
    intents.map((intent) => {
      const asked = [...(forms.get(intent) ?? [])].flatMap((form) => project.forms.get(form) ?? []);
      const slots = [...asked, ...(project.flows.get(intent) ?? [])];
      return [intent, [...new Set(slots)].filter((slot) => !internal.has(slot))];
    }),
  );
}

/** By rules and stories first; the naming convention only for an intent that none of them leads to a form. */
function formsByIntent({ paths, forms }: Project, intents: readonly string[]) {
  const found = new Map<string, Set<string>>();
  for (const { steps, active } of paths) {
    const ran = new Set([active]);
    steps.forEach((step, i) => {
      ran.add(formOf(step, forms));
      const form = formOf(steps[i + 1], forms);
      // A form that ran before is resumed, not started: any answer or courtesy does that.
      if (form === undefined || ran.has(form)) return;
      for (const intent of intentsOf(step))
        found.set(intent, (found.get(intent) ?? new Set()).add(form));
    });
  }
  for (const intent of intents) {
    const alike = [intent, `${intent}_form`, `form_${intent}`].find((form) => forms.has(form));
    if (!found.has(intent) && alike !== undefined) found.set(intent, new Set([alike]));
  }
  return found;
}

/** One intent, or those of an `or`. */
function intentsOf(step: JsonObject): string[] {
  const one = textOf(step.intent);
  return [
    ...(one === undefined ? [] : [one]),
    ...listOf(step.or).flatMap((part) => intentsOf((part ?? {}) as JsonObject)),
  ];
}

/** The form that a step runs. */
function formOf(step: JsonObject | undefined, forms: Project['forms']): string | undefined {
  const name = textOf(step?.action) ?? textOf(step?.active_loop);
  return name !== undefined && forms.has(name) ? name : undefined;
}
