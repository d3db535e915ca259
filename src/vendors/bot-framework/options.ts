import { z } from 'zod';
import { botShape, customerPaths, paths } from '../log/options.js';

export const botFrameworkOptions = z.strictObject({
  ...botShape('bot-framework'),
  bot_id: z
    .string()
    .min(1)
    .optional()
    .describe(
      "Id of the bot in `from` and `recipient`, or its name in Copilot Studio's metadata, unless given.",
    ),
  handoff_events: paths('handoff.initiate').describe(
    'Names of events that give the customer to a human.',
  ),
  fallback_texts: paths().describe(
    'Replies by which the bot says that it did not understand: production logs have no recognizer results.',
  ),
  handoff_key: paths(
    'value.contact_id',
    'value.crmCase',
    'value.handoff_key',
    'conversation.id',
  ).describe(
    'Where the id is that the agent contact carries too: `value` of the handoff event, or the conversation.',
  ),
  handoff_target: paths('value.skill', 'value.queue', 'value.Skill'),
  customer: customerPaths({
    id: ['from.aadObjectId', 'value.customer_id'],
    phone: ['value.phone'],
    email: ['value.email'],
  }),
});

export type BotFrameworkOptions = z.infer<typeof botFrameworkOptions>;
