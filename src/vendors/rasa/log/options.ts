import { z } from 'zod';
import { channels, contextLevels } from '../../../domain/records.js';
import { byName } from '../../log/handoff-names.js';

const names = (...defaults: string[]) => z.array(z.string().min(1)).default(defaults);

/** Paths lead into `metadata` (of user and bot events), `slots`, `payload` (a bot event's `data.custom`) or to `sender_id`. */
const paths = names;

export const rasaOptions = z.strictObject({
  platform: z.string().min(1).default('rasa'),
  bot_id: z.string().min(1).default('bot').describe('The log does not name the bot.'),
  session_id: z
    .enum(['sender_and_start', 'sender'])
    .default('sender_and_start')
    .describe('`sender` only where each conversation has a sender_id of its own.'),
  idle_minutes: z
    .number()
    .min(0)
    .default(60)
    .describe('Silence after which a new session begins; 0: only session_started begins one.'),
  channel: z.enum(channels).optional().describe('Told from input_channel unless given.'),
  locale: z.string().optional(),
  handoff_actions: names(
    'action_handoff',
    'action_human_handoff',
    'action_handover',
    'action_handoff_to_human',
    'action_transfer_to_agent',
    'action_transfer_to_human',
    'action_escalate',
    'utter_handoff',
    'utter_contact_email',
    byName,
  ).describe(
    'Actions that give the customer to a human; `by_name` stands for all whose words say so, as `action_call_operator`.',
  ),
  handoff_intents: names(
    'human_handoff',
    'trigger_handoff',
    'request_human',
    'talk_to_human',
    'talk_to_agent',
    'speak_to_agent',
    'contact_agent',
    byName,
  ).describe('Intents that do, unless the customer declines in the next turn; `by_name` as above.'),
  decline_intents: names('deny', 'cancel', 'stop', 'nevermind', 'no').describe(
    'Intents that decline an offered handoff.',
  ),
  handoff_payloads: names('handoff_host', 'handoff', 'handover').describe(
    "Keys of a bot event's data.custom that mark a handoff.",
  ),
  handoff_events: names('pause', 'agent').describe('Event types that mark a handoff.'),
  handoff_flows: names('pattern_human_handoff').describe('CALM flows that mark a handoff.'),
  error_actions: names('pattern_internal_error').describe(
    'Actions and flows that run only when something of the bot failed.',
  ),
  fallback_intents: names('nlu_fallback', 'fallback'),
  fallback_actions: names(
    'action_default_fallback',
    'action_two_stage_fallback',
    'action_default_ask_affirmation',
    'action_default_ask_rephrase',
    'pattern_cannot_handle',
  ),
  ignore_slots: names('session_started_metadata', 'flow_hashes', 'return_value', 'dialogue_stack'),
  handoff_key: paths(
    'metadata.handoff_key',
    'metadata.contact_id',
    'slots.handoff_key',
    'slots.contact_id',
    'sender_id',
  ).describe('Where the key is that the agent contact carries too; the first that is there.'),
  handoff_target: paths('metadata.queue', 'slots.handoff_to', 'payload.handoff_host'),
  context: z
    .enum(contextLevels)
    .optional()
    .describe('What agents are given of the bot conversation; the log does not say.'),
  customer: z
    .strictObject({
      id: paths('metadata.customer_id', 'slots.customer_id', 'sender_id'),
      phone: paths('metadata.phone', 'slots.phone', 'slots.phone_number'),
      email: paths('metadata.email', 'slots.email', 'slots.email_address'),
      account: paths('metadata.account', 'slots.account_number', 'slots.customer_number'),
    })
    .prefault({}),
});

export type RasaOptions = z.infer<typeof rasaOptions>;
