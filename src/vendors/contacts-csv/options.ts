import { z } from 'zod';
import { tableOptions } from '../input/table-options.js';

const column = z.string().min(1).optional();

export const contactsCsvOptions = z.strictObject({
  platform: z.string().min(1).default('contacts-csv'),
  rows: z
    .enum(['contact', 'message'])
    .default('contact')
    .describe(
      'What a row is: a contact, or a message of one (then contacts are put together by their id).',
    ),
  columns: z
    .strictObject({
      contact_id: z.string().min(1).default('contact_id'),
      started_at: z
        .string()
        .min(1)
        .default('started_at')
        .describe("When the customer queued; of messages, the message's time."),
      answered_at: column,
      ended_at: column,
      channel: column,
      handoff_key: column,
      queue: column,
      agent_id: column,
      reason: column.describe('Wrap-up code (disposition).'),
      resolved: column,
      csat: column,
      customer_id: column,
      phone: column,
      email: column,
      account: column,
      speaker: column.describe('Of messages: who wrote them.'),
      text: column.describe('Of messages: their words.'),
    })
    .prefault({})
    .describe('Which column is which, by its header.'),
  channel: z
    .enum(['chat', 'voice', 'messaging', 'email'])
    .default('chat')
    .describe('Where no column says it.'),
  origin: z
    .enum(['bot', 'direct', 'unknown'])
    .default('unknown')
    .describe('Where a contact without a handoff key came from.'),
  agents: z
    .string()
    .default('^(?:agent|advisor|operator|representative|human)')
    .describe('A regular expression of the speakers that are agents.'),
  customers: z
    .string()
    .default('^(?:customer|user|client|visitor|caller|contact|guest)')
    .describe('The same of customers.'),
  csat_scale: z
    .number()
    .positive()
    .optional()
    .describe('The highest possible score; 5 unless given.'),
  ...tableOptions,
});

export type ContactsCsvOptions = z.infer<typeof contactsCsvOptions>;
