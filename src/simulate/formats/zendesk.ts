/** Zendesk: tickets of the incremental export with their comments. Ids are ours, where Zendesk has numbers. */
import type { AgentContactRecord } from '../../domain/records.js';
import { type Format, jsonLines, plainPhone, utc, utcOrNull } from './format.js';

const via: Record<string, string> = {
  voice: 'voice',
  chat: 'native_messaging',
  messaging: 'whatsapp',
  email: 'email',
};
/** The custom field of the contact reason. */
const reasonField = 360001;

function satisfaction(contact: AgentContactRecord): { score: string } | null {
  const csat = contact.outcome?.csat;
  return csat === undefined ? null : { score: csat >= 4 ? 'good' : 'bad' };
}

function ticket(contact: AgentContactRecord) {
  const { contact_id: id, customer, outcome } = contact;
  const requester = `requester-${id}`;
  const agent = contact.agent_id ?? 'agent';
  const isFollowUp = contact.attributes?.previous_contact_id;
  return {
    id,
    external_id: contact.handoff_key ?? null,
    created_at: utc(contact.started_at),
    updated_at: utc(contact.ended_at ?? contact.started_at),
    status: outcome?.resolved ? 'solved' : 'open',
    requester_id: requester,
    assignee_id: agent,
    group_id: contact.queue ?? null,
    tags: contact.origin === 'bot' ? ['bot_handoff'] : [],
    custom_fields: [{ id: reasonField, value: outcome?.reason ?? null }],
    via: {
      channel: via[contact.channel],
      source: {
        from: {
          phone: plainPhone(customer?.phone),
          address: customer?.email,
          ...(isFollowUp && { ticket_id: isFollowUp }),
        },
        rel: isFollowUp ? 'follow_up' : null,
      },
    },
    satisfaction_rating: satisfaction(contact),
    metric_set: {
      initially_assigned_at: utcOrNull(contact.answered_at),
      solved_at: utcOrNull(contact.ended_at),
    },
    comments: (contact.turns ?? []).map((turn, i) => ({
      id: `${id}-${i}`,
      type: 'Comment',
      author_id: turn.actor === 'customer' ? requester : agent,
      body: turn.text,
      public: turn.actor !== 'system',
      created_at: utc(turn.at),
    })),
  };
}

export const zendesk: Format = {
  pages: ({ day, contacts }) => ({
    [`zendesk/tickets-${day}.jsonl`]: jsonLines(contacts.map(ticket)),
  }),
};
