/** What a dialog skill's nodes with slots ask for: a `frame` node has `slot` nodes, each with its question. */
import { type JsonObject, listOf, objectOf, textOf, valueAt } from '../../lib/json.js';

export interface SkillSlot {
  name: string;
  prompts: string[];
  /** Intents whose node asks for it. */
  neededBy: string[];
  /** `@entity` that fills it. */
  entity?: string;
}

export function slotsOf(skill: JsonObject): SkillSlot[] {
  const nodes = listOf(skill.dialog_nodes).map(objectOf);
  return nodes
    .filter(({ type }) => type === 'slot')
    .flatMap((node) => {
      const name = textOf(node.variable)?.replace(/^\$/, '');
      if (name === undefined) return [];
      const handlers = nodes.filter(
        ({ type, parent }) => type === 'event_handler' && parent === node.dialog_node,
      );
      const frame = nodes.find(({ dialog_node: id }) => id === node.parent);
      const entity = handlers
        .filter(({ event_name: event }) => event === 'input')
        .flatMap(({ conditions }) => /@([\w-]+)/.exec(textOf(conditions) ?? '')?.[1] ?? [])[0];
      return [
        {
          name,
          prompts: handlers
            .filter(({ event_name: event }) => event === 'focus')
            .flatMap(({ output }) => saidIn(output)),
          neededBy: [...(textOf(frame?.conditions) ?? '').matchAll(/#([\w.-]+)/g)].flatMap(
            ([, intent]) => intent ?? [],
          ),
          ...(entity !== undefined && { entity }),
        },
      ];
    });
}

/** A node says its texts in one of three ways, by the age of the export. */
function saidIn(output: unknown): string[] {
  const text = valueAt(output, 'text');
  const generic = listOf(valueAt(output, 'generic')).flatMap((one) =>
    listOf(objectOf(one).values).flatMap((value) => textOf(objectOf(value).text) ?? []),
  );
  return [
    ...listOf(valueAt(text, 'values')).flatMap((one) => textOf(one) ?? []),
    ...generic,
  ].concat(textOf(text) ?? []);
}
