import { z } from 'zod';
import { isTimeZone } from '../../lib/calendar.js';
import { isEncoding } from '../input/encoding.js';

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
  timestamp_format: z
    .string()
    .default('iso')
    .describe('`iso`, `epoch_seconds`, `epoch_millis`, or a pattern such as `DD/MM/YYYY HH:mm`.'),
  timezone: z
    .string()
    .refine(isTimeZone, { error: 'expected an IANA time zone, for example Europe/London' })
    .optional()
    .describe("Of times without an offset; the business's unless given."),
  delimiter: z.string().min(1).optional().describe('Told by the header unless given.'),
  encoding: z
    .string()
    .refine(isEncoding, { error: 'expected the name of an encoding, for example windows-1252' })
    .optional(),
});

export type ContactsCsvOptions = z.infer<typeof contactsCsvOptions>;
