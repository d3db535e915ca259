import { z } from 'zod';
import { botShape, customerPaths, paths } from '../log/options.js';

const attributes = 'sessionState.sessionAttributes';

export const lexOptions = z.strictObject({
  ...botShape('amazon-lex-v2'),
  bot_id: z.string().min(1).optional().describe("The bot's name in the log unless given."),
  conversations: z
    .enum(['auto', 'request', 'session'])
    .default('auto')
    .describe(
      'What parts the conversations of one sessionId: `request` is originatingRequestId, as AWS counts them; `session` is silence alone; `auto` is request, but session where Amazon Connect called the bot (by the platform, or a contact id among the session attributes), since one contact is one conversation.',
    ),
  connect_records: z
    .string()
    .min(1)
    .optional()
    .describe(
      'Files or a glob of Amazon Connect contact records, relative to the folder of `path`: a session whose key is the id of a contact that was queued was handed off. The Lex log itself does not say so.',
    ),
  handoff_attributes: paths('handoff', 'escalated', 'transfer_to_agent').describe(
    'Session attributes that mark a handoff unless they say no.',
  ),
  failed_close: z
    .boolean()
    .default(false)
    .describe('Whether a conversation that the bot closes with a failed intent goes to an agent.'),
  handoff_key: paths(
    `${attributes}.contactId`,
    `${attributes}.ContactId`,
    `${attributes}.InitialContactId`,
    'sessionId',
  ).describe('Where the id is that the agent contact carries too; the first that is there.'),
  handoff_target: paths(`${attributes}.queue`),
  customer: customerPaths({
    id: [`${attributes}.customerId`, `${attributes}.customer_id`],
    phone: [`${attributes}.phone`, `${attributes}.CustomerEndpoint`],
    email: [`${attributes}.email`],
    account: [`${attributes}.account`, `${attributes}.accountNumber`],
  }),
});

export type LexOptions = z.infer<typeof lexOptions>;
