import { z } from 'zod';
import { channels } from '../../domain/records.js';
import { tableOptions } from '../input/table-options.js';

/** What a file's name may say, by the names of the groups in `name_pattern`. */
export const nameGroups = [
  'contact_id',
  'started_at',
  'handoff_key',
  'queue',
  'agent_id',
  'reason',
  'customer_id',
  'phone',
  'email',
  'account',
] as const;

export const webvttOptions = z.strictObject({
  platform: z.string().min(1).default('webvtt').describe('Where the sidecar does not say it.'),
  channel: z.enum(channels).default('voice').describe('Where the sidecar does not say it.'),
  origin: z
    .enum(['bot', 'direct', 'unknown'])
    .default('unknown')
    .describe('Where a contact came from of which neither the sidecar nor a handoff key tells it.'),
  agents: expression()
    .default(
      '^(?:agent|advis[eo]r|operator|representative|human|customer (?:service|care|support))',
    )
    .describe('A regular expression of the speakers that are agents.'),
  customers: expression()
    .default('^(?:customer|user|client|visitor|caller|contact|guest)')
    .describe('The same of customers, asked of those who are no agents.'),
  join_seconds: z
    .number()
    .min(0)
    .default(2)
    .describe('Cues of one speaker with no longer silence between them are one turn.'),
  name_pattern: expression()
    .superRefine((written, context) => {
      const named = groupsIn(written);
      const unknown = named.filter((name) => !(nameGroups as readonly string[]).includes(name));
      if (named.length > 0 && unknown.length === 0) return;
      const found = named.length > 0 ? `unknown groups ${unknown.join(', ')}` : 'no named group';
      const message = `${found}; known are ${nameGroups.join(', ')}, each as (?<contact_id>...)`;
      context.addIssue({ code: 'custom', message });
    })
    .optional()
    .describe(
      'A regular expression of names without `.vtt`, whose named groups say what no sidecar does, as `^(?<contact_id>[^_]+)_(?<started_at>\\d+)$`.',
    ),
  timestamp_format: tableOptions.timestamp_format.describe(
    'Of the `started_at` in a name: `iso`, or a pattern such as `YYYYMMDDHHmmss`, `epoch_seconds` or `epoch_millis`.',
  ),
  timezone: tableOptions.timezone,
});

export type WebvttOptions = z.infer<typeof webvttOptions>;

function expression() {
  return z.string().min(1).refine(isExpression, { error: 'expected a regular expression' });
}

function isExpression(written: string): boolean {
  try {
    return new RegExp(written, 'i') instanceof RegExp;
  } catch {
    return false;
  }
}

const groupsIn = (written: string): string[] =>
  [...written.matchAll(/\(\?<(\w+)>/g)].map(([, name = '']) => name);
