/** Salesforce Service Cloud: LiveChatTranscript as a data export writes it, the words as HTML in one cell. */
import type { AgentContactRecord } from '../../domain/records.js';
import { csvPage, type Format, utc } from './format.js';

const header = [
  'Id',
  'ChatKey',
  'Status',
  'CreatedDate',
  'RequestTime',
  'StartTime',
  'EndTime',
  'WaitTime',
  'OwnerId',
  'SkillId',
  'IsClosed',
  'SuppliedPhone',
  'SuppliedEmail',
  'Disposition__c',
  'Body',
];

const escaped = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\n', '<br>');

function clock(seconds: number): string {
  const [minutes, rest] = [Math.floor(seconds / 60), Math.round(seconds % 60)];
  return minutes > 0 ? `${minutes}m ${rest}s` : `${rest}s`;
}

/** Seconds since the chat began, who, and what. */
function body(contact: AgentContactRecord): string {
  const begun = Date.parse(contact.started_at);
  const agent = contact.agent_id ?? 'agent';
  const names = { customer: 'Visitor', agent, system: 'Bot' };
  const lines = (contact.turns ?? []).map(
    (turn) =>
      `( ${clock((Date.parse(turn.at) - begun) / 1000)} ) ${names[turn.actor]}: ${escaped(turn.text)}<br>`,
  );
  const bot = contact.origin === 'bot' ? '( 0s ) Bot: I am handing you over.<br>' : '';
  return `<p align="center">Chat Started</p><p align="center">Agent ${agent}</p>${bot}${lines.join('')}`;
}

function row(contact: AgentContactRecord) {
  const { customer, outcome, started_at: started, answered_at: answered } = contact;
  const waited = answered ? (Date.parse(answered) - Date.parse(started)) / 1000 : '';
  return [
    contact.contact_id,
    contact.handoff_key,
    'Completed',
    utc(started),
    utc(started),
    utc(started),
    utc(contact.ended_at ?? started),
    waited,
    contact.agent_id,
    contact.queue,
    outcome?.resolved,
    customer?.phone,
    customer?.email,
    outcome?.reason,
    body(contact),
  ];
}

export const salesforce: Format = {
  pages: ({ day, contacts }) => ({
    [`salesforce/LiveChatTranscript-${day}.csv`]: csvPage(header, contacts.map(row)),
  }),
};
