import { z } from 'zod';
import { botShape, paths } from '../log/options.js';

export const options = z.strictObject({
  ...botShape('vcon'),
  bot_id: z
    .string()
    .min(1)
    .optional()
    .describe('The name of the party that is the bot unless given.'),
  agent_names: paths().describe('Names of parties that are agents, where no role says it.'),
  handoff_key: paths('interaction_id', 'session_id.remote', 'session_id.local').describe(
    'Of the first dialog; the uuid of the container unless one is there.',
  ),
  disposition: paths('disposition', 'wrap_up_code', 'reason').describe(
    'Within the bodies of analyses of the type report.',
  ),
});
export type Options = z.infer<typeof options>;
