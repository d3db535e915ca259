/** The journey owner's tables: intents that always escalate, queues, agents. */
import type { OwnerFigures } from '../../../domain/figures.js';
import { unknown, type Write } from '../../format.js';
import { plainName } from '../../plain.js';
import { type Html, html } from '../html.js';
import { table, words } from '../parts.js';

const rows = 30;

export function deadEnds(write: Write, { deadEnds: all }: OwnerFigures): Html {
  if (all.length === 0)
    return html`<h3>Intents that always escalate</h3><p>None can be said to: each is either kept by the bot often enough, or came up too rarely to tell.</p>`;
  return html`<h3>Intents that always escalate</h3>
${table(
  'Dead ends',
  [
    { name: 'Intent' },
    { name: 'Sessions', number: true },
    { name: 'Escalated', number: true },
    { name: 'Share', number: true },
  ],
  all
    .slice(0, rows)
    .map(({ intent, sessions, escalated, share }) => [
      html`${words(plainName(intent), 100)} <code>${words(intent, 100)}</code>`,
      write.count(sessions),
      write.count(escalated),
      write.percent(share),
    ]),
)}`;
}

export function queues(write: Write, { queues: all }: OwnerFigures): Html | null {
  if (all.length === 0) return null;
  return html`<h3>Where the bot's customers arrive</h3>
${table(
  'Queues',
  [
    { name: 'Queue' },
    { name: 'Journeys', number: true },
    { name: 'Median wait', number: true },
    { name: 'Transferred', number: true },
    { name: 'Resolved', number: true },
    { name: 'CSAT', number: true },
  ],
  all
    .slice(0, rows)
    .map((one) => [
      words(one.queue, 80),
      write.count(one.journeys),
      write.seconds(one.medianWaitSeconds),
      write.percent(one.transferredShare),
      write.percent(one.resolvedShare),
      optional(write, one.csat, 1),
    ]),
)}`;
}

export function agents(write: Write, { agents: all }: OwnerFigures): Html | null {
  if (all.length === 0) return null;
  return html`<h3>Agents who open well</h3>
${table(
  'Openings that refer to the conversation before; the share of agents with few contacts is moved towards that of all, since a few prove little',
  [
    { name: 'Agent' },
    { name: 'Contacts', number: true },
    { name: 'Warm openings', number: true },
    { name: 'Share, allowing for few contacts', number: true },
  ],
  all
    .slice(0, rows)
    .map(({ agentId, contacts, warmOpenings, shrunkShare }) => [
      words(agentId, 80),
      write.count(contacts),
      write.count(warmOpenings),
      write.percent(shrunkShare),
    ]),
)}`;
}

const optional = (write: Write, value: number | null, digits: number) =>
  value === null ? unknown : write.decimal(value, digits);
