import { z } from 'zod';
import { botShape, customerPaths, paths } from '../log/options.js';

const names = z.record(z.string(), z.string()).default({});

export const genesysOptions = z.strictObject({
  ...botShape('genesys-cloud'),
  bot_id: z.string().min(1).optional().describe('The id of the bot flow unless given.'),
  wrapup_codes: names.describe('Names of wrap-up codes by their ids: records have ids alone.'),
  queues: names.describe('Names of queues by their ids.'),
  origin: z
    .enum(['direct', 'unknown'])
    .default('direct')
    .describe(
      "Where a conversation without a bot's leg came from: `unknown` where the bot is another vendor's.",
    ),
  handoff_key: paths().describe(
    'Paths into the attributes of participants, for an agent side outside Genesys; the conversation itself is the key unless given.',
  ),
  customer: customerPaths({
    id: ['customerId', 'customer_id'],
    phone: ['phone'],
    email: ['email'],
    account: ['account', 'accountNumber'],
  }).describe(
    'Paths into the attributes of participants; only results of the asynchronous job have them.',
  ),
});

export type GenesysOptions = z.infer<typeof genesysOptions>;
