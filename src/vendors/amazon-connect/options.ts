import { z } from 'zod';

const attributes = (...defaults: string[]) =>
  z.array(z.string().min(1)).default(defaults).describe('Names of contact attributes.');

export const connectOptions = z.strictObject({
  contact_lens: z
    .string()
    .min(1)
    .optional()
    .describe('Files or a glob of Contact Lens analyses; relative to the folder of `path`.'),
  disposition: attributes(
    'disposition',
    'disposition_code',
    'wrap_up_code',
    'wrapUpCode',
    'wrapup',
  ),
  csat: attributes('csat', 'csat_score', 'CSAT'),
  csat_scale: z
    .number()
    .positive()
    .optional()
    .describe('The highest possible score; 5 unless given.'),
  ces: attributes('ces', 'effort'),
  resolved: attributes('resolved', 'is_resolved'),
  complaint: attributes('complaint', 'is_complaint'),
  handoff_key: attributes('handoff_key', 'handoffKey', 'handback_key'),
  bot_session: attributes(
    'bot_session_id',
    'botSessionId',
    'lex_session_id',
    'lexSessionId',
  ).describe("Where the bot's own session id is; kept as bot_session_id."),
  origin: attributes('origin', 'contact_origin').describe(
    'Attributes that say where a contact came from: bot, direct or transfer.',
  ),
  bot_attribute: z
    .string()
    .optional()
    .describe('A contact with this attribute came from the bot, one without came directly.'),
  bot_values: z
    .array(z.string())
    .optional()
    .describe('Values of bot_attribute that mean the bot; any unless given.'),
  customer_id: attributes('customer_id', 'customerId'),
  customer_phone: attributes('customer_phone', 'phone', 'phone_number'),
  customer_email: attributes('customer_email', 'email'),
  customer_account: attributes('customer_account', 'account', 'account_number'),
});

export type ConnectOptions = z.infer<typeof connectOptions>;
