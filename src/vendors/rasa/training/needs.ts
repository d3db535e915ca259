/** Which intents run which form, and so need which slots. */
import { type JsonObject, listOf, textOf } from '../../../lib/json.js';
import type { Project } from './files.js';
import { collectedBy } from './flows.js';

/** Slots that steer a form rather than being asked of the customer. */
const internal = new Set(['requested_slot', 'session_started_metadata']);

/** Required slots of each intent, in the order of its forms or its flow. */
export function neededSlots(project: Project, intents: readonly string[]): Map<string, string[]> {
  const forms = formsByIntent(project, intents);
  return new Map(
    intents.map((intent) => {
      const own = [...(forms.get(intent)?.keys() ?? [])];
      const asked = own.flatMap((form) => project.forms.get(form) ?? []);
      const slots = [
        ...asked,
        ...flowsOf(project, intent).flatMap((flow) => collectedBy(flow, project.flows)),
      ];
      return [intent, [...new Set(slots)].filter((slot) => !internal.has(slot))];
    }),
  );
}

/** The flow of the intent's name, and those that the intent starts. */
const flowsOf = ({ flows }: Project, intent: string): string[] =>
  [...flows].flatMap(([name, { triggers }]) =>
    name === intent || triggers.includes(intent) ? [name] : [],
  );

/**
 * The forms of each intent, with how often rules and stories start it after the intent. The naming convention counts only
 * for an intent that none of them leads to a form.
 */
export function formsByIntent(
  { paths, forms }: Pick<Project, 'paths' | 'forms'>,
  intents: readonly string[],
): Map<string, Map<string, number>> {
  const found = new Map<string, Map<string, number>>();
  const count = (intent: string, form: string) => {
    const own = found.get(intent) ?? new Map<string, number>();
    found.set(intent, own.set(form, (own.get(form) ?? 0) + 1));
  };
  for (const { steps, active } of paths) {
    const ran = new Set([active]);
    steps.forEach((step, i) => {
      ran.add(formOf(step, forms));
      const form = formOf(steps[i + 1], forms);
      // A form that ran before is resumed, not started: any answer or courtesy does that.
      if (form === undefined || ran.has(form)) return;
      for (const intent of intentsOf(step)) count(intent, form);
    });
  }
  for (const intent of intents) {
    const alike = [intent, `${intent}_form`, `form_${intent}`].find((form) => forms.has(form));
    if (!found.has(intent) && alike !== undefined) count(intent, alike);
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
