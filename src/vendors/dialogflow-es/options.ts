import { z } from 'zod';
import { botShape, customerPaths, paths } from '../log/options.js';

export const esOptions = z.strictObject({
  ...botShape('dialogflow-es'),
  bot_id: z.string().min(1).default('bot').describe('The log does not name the agent.'),
  session_id: paths('session', 'sessionId', 'session_id', 'trace', 'labels.session_id').describe(
    'Where the session stands beside queryResult: the answer itself does not say it.',
  ),
  time: paths('timestamp', 'receiveTimestamp', 'request_time', 'createTime', 'time').describe(
    'Where the time stands beside queryResult.',
  ),
  handoff_key: paths('parameters.contact_id', 'payload.contact_id', 'session').describe(
    'Where the id is that the agent contact carries too: `parameters`, webhookPayload (`payload`), or the session.',
  ),
  handoff_target: paths('payload.queue', 'parameters.queue'),
  customer: customerPaths({
    id: ['payload.customer_id', 'parameters.customer_id'],
    phone: ['payload.phone', 'parameters.phone', 'parameters.phone-number'],
    email: ['payload.email', 'parameters.email'],
    account: ['payload.account', 'parameters.account', 'parameters.account-number'],
  }),
});

export type EsOptions = z.infer<typeof esOptions>;
