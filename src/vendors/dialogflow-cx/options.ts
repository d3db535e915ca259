import { z } from 'zod';
import { botShape, customerPaths, paths } from '../log/options.js';

export const cxOptions = z.strictObject({
  ...botShape('dialogflow-cx'),
  bot_id: z.string().min(1).optional().describe("The agent's id in the log unless given."),
  handoff_key: paths(
    'metadata.contact_id',
    'metadata.case_id',
    'metadata.conversation_id',
    'parameters.contact_id',
    'parameters.handoff_key',
    'session',
  ).describe(
    "Where the id is that the agent contact carries too: `metadata` is that of liveAgentHandoff, `parameters` are the session's, `session` its id.",
  ),
  handoff_target: paths(
    'metadata.queue',
    'metadata.skill',
    'metadata.department',
    'phone',
  ).describe('As handoff_key; `phone` is the number of telephonyTransferCall.'),
  ignore_parameters: paths().describe('Session parameters that are no slots.'),
  customer: customerPaths({
    id: ['metadata.customer_id', 'parameters.customer_id'],
    phone: ['metadata.phone', 'parameters.phone', 'parameters.phone_number'],
    email: ['metadata.email', 'parameters.email'],
    account: ['metadata.account', 'parameters.account', 'parameters.account_number'],
  }),
});

export type CxOptions = z.infer<typeof cxOptions>;
