import { z } from 'zod';
import { botShape, customerPaths, paths } from '../log/options.js';

const variables = 'response.context.skills.main skill.user_defined';

export const watsonxOptions = z.strictObject({
  ...botShape('watsonx'),
  bot_id: z.string().min(1).optional().describe("The assistant's id in the log unless given."),
  irrelevant_below: z
    .number()
    .min(0)
    .max(1)
    .default(0.2)
    .describe('The product takes what is understood less surely for irrelevant.'),
  ignore_variables: paths('no_action_matches_count', 'fallback_reason').describe(
    'Context variables that are no slots.',
  ),
  handoff_key: paths(
    `${variables}.contact_id`,
    'response.context.global.system.session_id',
    'session_id',
    'response.context.conversation_id',
  ).describe('Where the id is that the agent contact carries too.'),
  handoff_target: paths('topic').describe(
    'Of the connect_to_agent answer, or a path into the log entry.',
  ),
  customer: customerPaths({ id: ['customer_id', 'request.user_id', 'response.user_id'] }),
});

export type WatsonxOptions = z.infer<typeof watsonxOptions>;
