/** Twilio Flex: tasks of TaskRouter, and the messages of their conversations. */
import type { AgentContactRecord } from '../../domain/records.js';
import { type Format, jsonLines, utc } from './format.js';

const channels: Record<string, string> = {
  voice: 'voice',
  chat: 'chat',
  messaging: 'whatsapp',
  email: 'email',
};

/** Twilio's ids are two letters and 32 hexadecimal digits. */
const sidOf = (id: string): string => id.replaceAll('-', '');

/** Whoever has no address writes under a name. */
const addressOf = ({ contact_id: id, customer }: AgentContactRecord): string =>
  customer?.phone ?? `visitor-${id}`;

function task(contact: AgentContactRecord) {
  const { contact_id: id, customer, outcome } = contact;
  const attributes = {
    from: addressOf(contact),
    conversationSid: `CH${sidOf(id)}`,
    conversations: {
      conversation_id: contact.handoff_key,
      preceded_by: contact.origin === 'bot' ? 'Bot' : undefined,
      outcome: outcome?.reason,
    },
    customers: { phone: customer?.phone, email: customer?.email },
  };
  return {
    sid: `WT${sidOf(id)}`,
    task_queue_friendly_name: contact.queue,
    task_channel_unique_name: channels[contact.channel],
    assignment_status: 'completed',
    reason: outcome?.reason,
    date_created: utc(contact.started_at),
    task_queue_entered_date: utc(contact.started_at),
    date_updated: utc(contact.ended_at ?? contact.started_at),
    attributes: JSON.stringify(attributes),
  };
}

function messages(contact: AgentContactRecord) {
  return (contact.turns ?? []).map((turn, i) => ({
    sid: `IM${sidOf(contact.contact_id)}${i}`,
    conversation_sid: `CH${sidOf(contact.contact_id)}`,
    author:
      turn.actor === 'customer'
        ? addressOf(contact)
        : turn.actor === 'agent'
          ? (contact.agent_id ?? 'agent')
          : 'system',
    body: turn.text,
    date_created: utc(turn.at),
  }));
}

export const twilioFlex: Format = {
  pages: ({ day, contacts }) => ({
    [`twilio/tasks-${day}.jsonl`]: jsonLines(contacts.map(task)),
    [`twilio/messages/messages-${day}.jsonl`]: jsonLines(contacts.flatMap(messages)),
  }),
};
