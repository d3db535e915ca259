/** vCon: a container a conversation, the bot's part and the agent's in one. */
import type { AgentContactRecord, BotSessionRecord } from '../../domain/records.js';
import type { SimulatedDay } from '../options.js';
import { type Format, jsonLines, plainPhone, utc } from './format.js';

/** Indices of the parties. */
const [customer, bot, agent] = [0, 1, 2];

const text = (
  at: string,
  from: number,
  to: number,
  body: string | undefined,
  more: object = {},
) => ({
  type: 'text',
  start: utc(at),
  parties: [from, to],
  originator: from,
  mediatype: 'text/plain',
  encoding: 'none',
  body: body ?? '',
  ...more,
});

function parties(session: BotSessionRecord | undefined, contact: AgentContactRecord | undefined) {
  const known = { ...contact?.customer, ...session?.customer };
  return [
    {
      role: 'customer',
      ...(known.phone && { tel: plainPhone(known.phone) }),
      ...(known.email && { mailto: known.email }),
    },
    {
      name: session?.bot_id ?? 'none',
      type: session ? 'bot' : 'system',
      role: session ? '' : 'other',
    },
    { name: contact?.agent_id ?? 'none', role: contact ? 'agent' : 'other' },
  ];
}

function dialogs(session: BotSessionRecord | undefined, contact: AgentContactRecord | undefined) {
  const said = (session?.turns ?? []).map((turn) =>
    turn.actor === 'customer'
      ? text(turn.at, customer, bot, turn.text)
      : text(turn.at, bot, customer, turn.text),
  );
  const transfer = session?.handoff && {
    type: 'transfer',
    start: utc(session.handoff.at),
    parties: [customer, bot, agent],
    transferee: customer,
    transferor: bot,
    transfer_target: agent,
  };
  const answered = (contact?.turns ?? []).map((turn) =>
    turn.actor === 'customer'
      ? text(turn.at, customer, agent, turn.text)
      : text(turn.at, agent, customer, turn.text, contact?.queue ? { skill: contact.queue } : {}),
  );
  return [...said, ...(transfer ? [transfer] : []), ...answered];
}

function container(
  uuid: string,
  session: BotSessionRecord | undefined,
  contact: AgentContactRecord | undefined,
) {
  const reason = contact?.outcome?.reason;
  return {
    vcon: '0.4.0',
    uuid,
    created_at: utc(contact?.ended_at ?? session?.ended_at ?? session?.started_at ?? ''),
    parties: parties(session, contact),
    dialog: dialogs(session, contact),
    analysis: reason
      ? [{ type: 'report', vendor: 'desk', body: { disposition: reason }, encoding: 'json' }]
      : [],
    attachments: [],
  };
}

function containers({ sessions, contacts, truth }: SimulatedDay) {
  const byId = new Map(contacts.map((contact) => [contact.contact_id, contact]));
  const linked = new Map(truth.map(({ session_id, contact_id }) => [session_id, contact_id]));
  const taken = new Set(linked.values());
  return [
    ...sessions.map((session) =>
      container(session.session_id, session, byId.get(linked.get(session.session_id) ?? '')),
    ),
    ...contacts
      .filter(({ contact_id: id }) => !taken.has(id))
      .map((contact) => container(contact.contact_id, undefined, contact)),
  ];
}

export const vcon: Format = {
  pages: (day) => ({ [`vcon/conversations-${day.day}.jsonl`]: jsonLines(containers(day)) }),
};
