/** How what the simulator writes in a vendor's format is read again: by which connector, from where, with what options. */
import type { SimulationFormat } from '../../src/simulate/options.js';

export type WrittenFormatName = Exclude<SimulationFormat, 'handback'>;

export interface WrittenFormat {
  /** The connector's id. */
  format: string;
  /** A glob, relative to the folder of the simulation. */
  path: string;
  options: Record<string, unknown>;
  sides: readonly ('bot' | 'agent')[];
}

const bot = ['bot'] as const;
const agent = ['agent'] as const;
const both = ['bot', 'agent'] as const;

/** Of each format by the name that `handback simulate --formats` has for it. Options are those that a user of the vendor must set too. */
export const writtenFormats: Record<WrittenFormatName, WrittenFormat> = {
  rasa: { format: 'rasa', path: 'rasa/tracker.jsonl', options: {}, sides: bot },
  'rasa-broker': { format: 'rasa', path: 'rasa/events.jsonl', options: {}, sides: bot },
  'amazon-lex-v2': { format: 'amazon-lex-v2', path: 'lex/*.jsonl', options: {}, sides: bot },
  'dialogflow-cx': {
    format: 'dialogflow-cx',
    path: 'dialogflow-cx/*.jsonl',
    options: {},
    sides: bot,
  },
  'dialogflow-es': {
    format: 'dialogflow-es',
    path: 'dialogflow-es/*.jsonl',
    options: {},
    sides: bot,
  },
  'bot-framework': {
    format: 'bot-framework',
    path: 'bot-framework/*.jsonl',
    options: {},
    sides: bot,
  },
  'copilot-studio': {
    format: 'bot-framework',
    path: 'copilot-studio/*.csv',
    options: {},
    sides: bot,
  },
  watsonx: { format: 'watsonx', path: 'watsonx/*.jsonl', options: {}, sides: bot },
  'genesys-cloud': { format: 'genesys-cloud', path: 'genesys/*.jsonl', options: {}, sides: both },
  vcon: { format: 'vcon', path: 'vcon/*.jsonl', options: {}, sides: both },
  'amazon-connect': {
    format: 'amazon-connect',
    path: 'connect/contact-records.jsonl',
    options: { contact_lens: 'lens/*.json' },
    sides: agent,
  },
  'genesys-cloud-agents': {
    format: 'genesys-cloud',
    path: 'genesys/conversation-details-*.jsonl',
    options: {},
    sides: agent,
  },
  zendesk: {
    format: 'zendesk',
    path: 'zendesk/*.jsonl',
    options: { disposition: ['custom_fields.360001'] },
    sides: agent,
  },
  'twilio-flex': {
    format: 'twilio-flex',
    path: 'twilio/tasks-*.jsonl',
    options: { messages: 'messages/*.jsonl' },
    sides: agent,
  },
  chatwoot: { format: 'chatwoot', path: 'chatwoot/*.jsonl', options: {}, sides: agent },
  salesforce: { format: 'salesforce', path: 'salesforce/*.csv', options: {}, sides: agent },
  webvtt: { format: 'webvtt', path: 'webvtt/*.vtt', options: {}, sides: agent },
  'contacts-csv': {
    format: 'contacts-csv',
    path: 'contacts/*.csv',
    options: {
      rows: 'message',
      columns: {
        contact_id: 'conversation_id',
        started_at: 'sent_at',
        speaker: 'sender',
        text: 'message',
        channel: 'channel',
        queue: 'queue',
        agent_id: 'agent_id',
        reason: 'disposition',
        resolved: 'resolved',
        csat: 'csat',
        handoff_key: 'handoff_key',
        phone: 'phone',
        email: 'email',
        account: 'account',
      },
    },
    sides: agent,
  },
};
