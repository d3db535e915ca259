/** Chatwoot: conversations of its API with all their messages. Ids are ours, where Chatwoot has numbers. */
import type { AgentContactRecord } from '../../domain/records.js';
import { epochSeconds, type Format, jsonLines } from './format.js';

const channels: Record<string, string> = {
  voice: 'Channel::Voice',
  chat: 'Channel::WebWidget',
  messaging: 'Channel::Whatsapp',
  email: 'Channel::Email',
};
const types = { customer: 0, agent: 1, system: 2 } as const;
const senders = { customer: 'contact', agent: 'user', system: 'system' } as const;

function messages(contact: AgentContactRecord) {
  const { contact_id: id, outcome } = contact;
  const said = (contact.turns ?? []).map((turn, i) => ({
    id: `${id}-${i}`,
    conversation_id: id,
    message_type: types[turn.actor],
    content: turn.text,
    private: false,
    created_at: epochSeconds(turn.at),
    sender: { type: senders[turn.actor] },
  }));
  if (outcome?.csat === undefined) return said;
  const answer = { csat_survey_response: { rating: outcome.csat } };
  const survey = {
    id: `${id}-survey`,
    conversation_id: id,
    message_type: 3,
    content_type: 'input_csat',
    content_attributes: { submitted_values: answer },
    created_at: epochSeconds(contact.ended_at ?? contact.started_at),
  };
  return [...said, survey];
}

function conversation(contact: AgentContactRecord) {
  const { contact_id: id, customer, outcome } = contact;
  return {
    id,
    inbox_id: 3,
    status: outcome?.resolved ? 'resolved' : 'open',
    created_at: epochSeconds(contact.started_at),
    last_activity_at: epochSeconds(contact.ended_at ?? contact.started_at),
    labels: contact.origin === 'bot' ? ['bot-handoff'] : [],
    meta: {
      sender: {
        phone_number: customer?.phone,
        email: customer?.email,
      },
      assignee: { id: contact.agent_id },
      team: { name: contact.queue },
      channel: channels[contact.channel],
    },
    custom_attributes: { handoff_key: contact.handoff_key, disposition: outcome?.reason },
    messages: messages(contact),
  };
}

export const chatwoot: Format = {
  pages: ({ day, contacts }) => ({
    [`chatwoot/conversations-${day}.jsonl`]: jsonLines(contacts.map(conversation)),
  }),
};
