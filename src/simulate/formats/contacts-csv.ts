/** Any contact centre's table with a row a message. */
import type { AgentContactRecord } from '../../domain/records.js';
import { csvPage, type Format, utc } from './format.js';

const header = [
  'conversation_id',
  'sent_at',
  'sender',
  'message',
  'channel',
  'queue',
  'agent_id',
  'disposition',
  'resolved',
  'csat',
  'handoff_key',
  'phone',
  'email',
  'account',
];

function rows(contact: AgentContactRecord) {
  const { customer, outcome } = contact;
  return (contact.turns ?? []).map((turn) => [
    contact.contact_id,
    utc(turn.at),
    turn.actor,
    turn.text,
    contact.channel,
    contact.queue,
    contact.agent_id,
    outcome?.reason,
    outcome?.resolved,
    outcome?.csat,
    contact.handoff_key,
    customer?.phone,
    customer?.email,
    customer?.account,
  ]);
}

export const contactsCsv: Format = {
  pages: ({ day, contacts }) => ({
    [`contacts/messages-${day}.csv`]: csvPage(header, contacts.flatMap(rows)),
  }),
};
