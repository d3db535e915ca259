/** Wire records that hold, to be broken one field at a time. */
import type {
  AgentContactRecord,
  BotDefinitionRecord,
  BotSessionRecord,
  SurveyRecord,
} from '../../src/domain/records.js';

const start = Date.parse('2026-03-02T09:00:00Z');
export const at = (seconds: number): string => new Date(start + seconds * 1000).toISOString();

export const botSession = (more: Partial<BotSessionRecord> = {}): BotSessionRecord => ({
  type: 'bot_session',
  platform: 'flow',
  bot_id: 'helper',
  session_id: 's-1',
  started_at: at(0),
  ended_at: at(60),
  channel: 'chat',
  outcome: 'escalated',
  handoff: { at: at(50), key: 'k-1' },
  turns: [
    { at: at(5), actor: 'customer', text: 'where is my parcel' },
    { at: at(10), actor: 'bot', text: 'I will pass you on.' },
  ],
  ...more,
});

export const agentContact = (more: Partial<AgentContactRecord> = {}): AgentContactRecord => ({
  type: 'agent_contact',
  platform: 'desk',
  contact_id: 'c-1',
  started_at: at(55),
  answered_at: at(80),
  ended_at: at(400),
  channel: 'chat',
  origin: 'bot',
  handoff_key: 'k-1',
  turns: [{ at: at(85), actor: 'agent', text: 'Hi, how can I help you?' }],
  ...more,
});

export const survey = (more: Partial<SurveyRecord> = {}): SurveyRecord => ({
  type: 'survey',
  contact_id: 'c-1',
  responded_at: at(4000),
  csat: 4,
  ...more,
});

export const definition = (more: Partial<BotDefinitionRecord> = {}): BotDefinitionRecord => ({
  type: 'bot_definition',
  platform: 'flow',
  bot_id: 'helper',
  read_at: at(0),
  intents: [{ name: 'track_parcel', examples: ['where is my parcel'] }],
  slots: [{ name: 'order_number' }],
  ...more,
});
