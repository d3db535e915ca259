import { z } from 'zod';
import { customerPaths, paths } from '../log/options.js';

export const zendeskOptions = z.strictObject({
  platform: z.string().min(1).default('zendesk'),
  comments: z
    .string()
    .min(1)
    .optional()
    .describe(
      "Files or a glob of tickets' comments, relative to the folder of `path`, where they are not in the tickets: answers of the comments API, named after the ticket's number, or objects with `ticket_id`.",
    ),
  handoff_key: paths('external_id').describe(
    'Where the bot session or handoff stands: `external_id`, `custom_fields.<id>`, or a tag by `tag_key`.',
  ),
  tag_key: z
    .string()
    .min(1)
    .default('bot_session:')
    .describe('What a tag begins with that holds the key.'),
  bot_tags: paths('bot_escalation', 'bot_handoff', 'chatbot').describe(
    'Tags of tickets that came from the bot.',
  ),
  bot_users: paths().describe("Ids of users that are bots: their comments are no agent's."),
  disposition: paths().describe(
    'Where the contact reason stands: `custom_fields.<id>`, for example.',
  ),
  groups: z.record(z.string(), z.string()).default({}).describe('Names of groups by their ids.'),
  internal_notes: z
    .boolean()
    .default(false)
    .describe("Whether agents' internal notes are words said to the customer."),
  customer: customerPaths({
    id: ['requester_id'],
    phone: ['via.source.from.phone', 'via.source.from.formatted_phone'],
    email: ['via.source.from.address'],
  }),
});

export type ZendeskOptions = z.infer<typeof zendeskOptions>;
