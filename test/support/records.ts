/** A session and its contact as records, ten minutes after the ones before; both share a key. */
import type { AgentContactRecord, BotSessionRecord } from '../../src/domain/records.js';

export const at = (minutes: number, seconds = 0) =>
  new Date(Date.parse('2026-03-02T09:00:00Z') + minutes * 60_000 + seconds * 1000).toISOString();

export const botSession = (n: number, more: Partial<BotSessionRecord> = {}): BotSessionRecord => ({
  type: 'bot_session',
  platform: 'flow',
  bot_id: 'helper',
  session_id: `s-${n}`,
  started_at: at(n * 10),
  channel: 'chat',
  outcome: 'escalated',
  handoff: { at: at(n * 10, 60), key: `k-${n}` },
  turns: [
    { at: at(n * 10), actor: 'customer', text: 'my parcel never came, call me on 07700 900123' },
    { at: at(n * 10, 10), actor: 'bot', text: 'I will pass you on.' },
  ],
  ...more,
});
export const agentContact = (
  n: number,
  more: Partial<AgentContactRecord> = {},
): AgentContactRecord => ({
  type: 'agent_contact',
  platform: 'desk',
  contact_id: `c-${n}`,
  started_at: at(n * 10, 65),
  answered_at: at(n * 10, 90),
  ended_at: at(n * 10, 400),
  channel: 'chat',
  origin: 'bot',
  handoff_key: `k-${n}`,
  turns: [
    { at: at(n * 10, 95), actor: 'agent', text: 'Hi, how can I help you?' },
    { at: at(n * 10, 110), actor: 'customer', text: 'my parcel never came' },
  ],
  ...more,
});
