/** The one place in which wire records are checked against their schemas. */
import type { z } from 'zod';
import {
  agentContactRecord,
  botDefinitionRecord,
  botSessionRecord,
  type HandbackRecord,
  surveyRecord,
} from '../../domain/records.js';
import { isObject } from '../../lib/json.js';
import { rules } from './rules.js';

const schemas = {
  bot_session: botSessionRecord,
  agent_contact: agentContactRecord,
  survey: surveyRecord,
  bot_definition: botDefinitionRecord,
};
const types = Object.keys(schemas).join(', ');

export type Checked = { record: HandbackRecord } | { reason: string };

/** The record, or why it is refused: what, where and what to do. A reason never repeats what the record says. */
export function check(raw: unknown): Checked {
  const type = isObject(raw) ? raw.type : undefined;
  if (typeof type !== 'string' || !Object.hasOwn(schemas, type))
    return { reason: `type: expected one of ${types}` };
  const schema: z.ZodType<HandbackRecord> = schemas[type as keyof typeof schemas];
  const parsed = schema.safeParse(raw);
  if (!parsed.success) return { reason: reasonOf(parsed.error.issues) };
  const broken = rules.flatMap((rule) => rule(parsed.data));
  return broken.length > 0 ? { reason: broken.join('; ') } : { record: parsed.data };
}

const mostIssues = 3;

function reasonOf(issues: readonly z.core.$ZodIssue[]): string {
  const said = issues
    .slice(0, mostIssues)
    .map(({ path, message }) => `${written(path)}: ${message}`);
  const more = issues.length - said.length;
  return [...said, ...(more > 0 ? [`and ${more} more`] : [])].join('; ');
}

/** Names that the record's author chose, which may be anything, are left out. */
function written(path: readonly PropertyKey[]): string {
  const free = path.findIndex((part) => part === 'slots' || part === 'attributes');
  const known =
    free === -1 || typeof path[free + 1] !== 'string' ? path : [...path.slice(0, free + 1), '*'];
  return known
    .map((part, i) =>
      typeof part === 'number' ? `[${part}]` : `${i > 0 ? '.' : ''}${String(part)}`,
    )
    .join('');
}
