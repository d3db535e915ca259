import { basename } from 'node:path';
import {
  filled,
  firstText,
  type JsonObject,
  listOf,
  objectOf,
  textOf,
  valueAt,
} from '../../lib/json.js';
import {
  type Beside,
  type ContactRead,
  type ContactTurn,
  contactLog,
  flatAttributes,
  inOrder,
  joined,
  plainText,
} from '../log/contact-log.js';
import { customerAt } from '../log/exchange.js';
import { momentOf } from '../log/moment.js';
import { type ZendeskOptions, zendeskOptions } from './options.js';

/** Zendesk: tickets of the incremental export, with their comments. */
export const source = contactLog<ZendeskOptions>({
  title: 'Zendesk tickets',
  description:
    'Tickets of the incremental export (pages or one a line), with comments in them or in files beside them.',
  options: zendeskOptions,
  wrapping: { lists: ['tickets', 'results'], texts: ['ticket'] },
  delivery: deliveryOf,
  read: readTicket,
  beside: ({ comments: glob }) => ({ glob, wrapping: { lists: [] }, keyOf: ticketOf }),
  recognise({ objects }, others) {
    const isOurs = objects.some((one) => 'requester_id' in one && 'via' in one && 'status' in one);
    const comments = others.find((one) =>
      one.objects.some((o) => Array.isArray(o.comments) && !('requester_id' in o)),
    );
    return isOurs ? (comments ? { comments: comments.path } : {}) : null;
  },
});

/** An answer of the comments API does not say whose comments it has: the file's name does. */
const ticketOf = ({ ticket_id: id }: JsonObject, path: string): string | undefined =>
  textOf(id) ?? /(\d+)(?:[^\d]*)$/.exec(basename(path).replace(/\.json.*$/, ''))?.[1];

function deliveryOf({ id, created_at, updated_at }: JsonObject) {
  const created = momentOf(created_at);
  const known = textOf(id);
  return known === undefined || created === undefined
    ? null
    : { id: known, created, changed: momentOf(updated_at) };
}

function readTicket(
  ticket: JsonObject,
  options: ZendeskOptions,
  beside: Beside,
): ContactRead | string {
  const delivered = deliveryOf(ticket);
  if (!delivered) return 'id, created_at: expected a ticket with both';
  const { id, created, changed } = delivered;
  const known = { ...ticket, custom_fields: fieldsOf(ticket) };
  const tags = listOf(ticket.tags).flatMap((tag) => textOf(tag) ?? []);
  const key =
    firstText(known, options.handoff_key) ??
    tags.find((tag) => tag.startsWith(options.tag_key))?.slice(options.tag_key.length);
  const comments = [
    ...listOf(ticket.comments),
    ...(beside.get(id) ?? []).flatMap((one) => listOf(one.comments ?? [one])),
  ];
  const turns = inOrder(comments.map(objectOf).flatMap((one) => turnOf(one, ticket, options)));
  const group = textOf(ticket.group_id);
  const answered =
    turns.find(({ actor }) => actor === 'agent')?.at ??
    momentOf(valueAt(ticket, 'metric_set.initially_assigned_at'));
  const solved = momentOf(valueAt(ticket, 'metric_set.solved_at'));
  const customer = customerAt(known, options.customer);
  const follows = textOf(valueAt(ticket, 'via.source.rel')) === 'follow_up';
  const record = {
    type: 'agent_contact',
    platform: options.platform,
    contact_id: id,
    started_at: created,
    channel: channelOf(ticket),
    origin:
      key !== undefined || tags.some((tag) => options.bot_tags.includes(tag)) ? 'bot' : 'unknown',
    ...filled({
      answered_at: later(answered, created),
      ended_at: later(solved ?? turns.at(-1)?.at, created, answered),
      handoff_key: key,
      customer: Object.keys(customer).length > 0 ? customer : undefined,
      queue: group === undefined ? undefined : (options.groups[group] ?? group),
      agent_id: textOf(ticket.assignee_id),
    }),
    attributes: flatAttributes({
      ...Object.fromEntries(
        Object.entries(fieldsOf(ticket)).map(([name, value]) => [`field_${name}`, value]),
      ),
      tags: joined(tags),
      previous_contact_id: follows ? valueAt(ticket, 'via.source.from.ticket_id') : undefined,
    }),
    outcome: filled({
      reason: firstText(known, options.disposition),
      resolved: /^(?:solved|closed)$/.test(textOf(ticket.status) ?? '') || undefined,
      ...satisfaction(ticket),
    }),
    turns,
  };
  return { id, changed, records: [record] };
}

/** A moment that lies behind those that it follows. */
const later = (at: string | undefined, ...others: (string | undefined)[]): string | undefined =>
  at === undefined || others.some((one) => one !== undefined && Date.parse(at) < Date.parse(one))
    ? undefined
    : at;

function fieldsOf(ticket: JsonObject): JsonObject {
  const fields = listOf(ticket.custom_fields ?? ticket.fields).map(objectOf);
  return Object.fromEntries(
    fields.flatMap(({ id, value }) => (textOf(id) === undefined ? [] : [[String(id), value]])),
  );
}

function turnOf(comment: JsonObject, ticket: JsonObject, options: ZendeskOptions): ContactTurn[] {
  const at = momentOf(comment.created_at);
  const html = textOf(comment.html_body);
  const text = textOf(comment.plain_body) ?? textOf(comment.body) ?? (html && plainText(html));
  if (at === undefined || text === undefined) return [];
  const author = textOf(comment.author_id);
  const isNote = comment.public === false && !options.internal_notes;
  const isBot = author !== undefined && options.bot_users.includes(author);
  const isCustomer = author !== undefined && author === textOf(ticket.requester_id);
  return [{ at, actor: isNote || isBot ? 'system' : isCustomer ? 'customer' : 'agent', text }];
}

function channelOf(ticket: JsonObject): string {
  const via = textOf(valueAt(ticket, 'via.channel')) ?? '';
  if (/voice|phone|talk/.test(via)) return 'voice';
  if (/sms|whatsapp|facebook|twitter|instagram|line|telegram|any_channel/.test(via))
    return 'messaging';
  return ticket.from_messaging_channel === true || /messaging|chat/.test(via) ? 'chat' : 'email';
}

/** Good or bad: a scale of two. */
function satisfaction(ticket: JsonObject): { csat?: number; csat_scale?: number } {
  const score = textOf(valueAt(ticket, 'satisfaction_rating.score')) ?? '';
  if (/^good/.test(score)) return { csat: 2, csat_scale: 2 };
  return /^bad/.test(score) ? { csat: 1, csat_scale: 2 } : {};
}
