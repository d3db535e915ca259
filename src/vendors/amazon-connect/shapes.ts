/** The shapes of a contact: the record itself, an answer of DescribeContact or SearchContacts, a contact event. */
import { isObject, type JsonObject, objectOf, textOf } from '../../lib/json.js';
import type { Wrapping } from '../log/objects.js';
import { recordOfRow } from './rows.js';

/** Tables of Athena; SearchContacts' page; what Kinesis, SQS, SNS and log groups put around a record or an event. */
export const wrapping: Wrapping = {
  lists: ['Contacts', 'Records', 'records', 'logEvents', 'events'],
  texts: ['kinesis', 'data', 'Data', 'body', 'Sns', 'Message', 'message', '@message'],
  csv: ['ContactId', 'InitialContactId', 'InitiationTimestamp', '@message'],
};

/** A stream of agent events, flow logs, chat messages and analyses have contact ids too, and are no contacts. */
export const noContact =
  'contact_id: no contact record, described contact or contact event (it says neither how nor when a contact began)';

/**
 * As a contact record names things. Null where an event says too little to make a contact of (only the last ones of a
 * contact know when it was queued, answered and ended), a fault where it is something else.
 */
export function contactOf(value: JsonObject): JsonObject | { fault: string } | null {
  const event = isObject(value.detail) ? value.detail : value;
  if (isEvent(event)) return eventContact(event, value.time);
  const contact = isObject(value.Contact) ? value.Contact : (recordOfRow(value) ?? value);
  if (isFault(contact)) return contact;
  if (!['InitiationMethod', 'InitiationTimestamp', 'Queue', 'Agent'].some((key) => key in contact))
    return { fault: noContact };
  const { Id, QueueInfo, AgentInfo, ...rest } = contact;
  if (textOf(contact.ContactId) !== undefined || textOf(Id) === undefined) return contact;
  return { ...rest, ContactId: Id, Queue: queueOf(QueueInfo), Agent: agentOf(AgentInfo) };
}

export const isFault = (contact: JsonObject): contact is { fault: string } =>
  typeof contact.fault === 'string';

/** Names begin with a small letter in some of its vendor's samples, with a capital in others. */
const isEvent = (detail: JsonObject): boolean =>
  textOf(detail.eventType ?? detail.EventType) !== undefined &&
  textOf(detail.contactId ?? detail.ContactId) !== undefined &&
  ('initiationMethod' in detail || 'InitiationMethod' in detail);

function queueOf(info: unknown): JsonObject | null {
  if (!isObject(info)) return null;
  return { ...info, Name: info.Name ?? info.Id ?? lastOf(info.QueueArn) };
}

function agentOf(info: unknown): JsonObject | null {
  if (!isObject(info)) return null;
  return { ...info, Username: info.Username ?? info.Id ?? lastOf(info.AgentArn) };
}

const lastOf = (arn: unknown): string | undefined => textOf(arn)?.split('/').at(-1);

/** Names of attributes of a segment have a colon, and stay as they are. */
const capital = (key: string): string =>
  key.includes(':') ? key : key.charAt(0).toUpperCase() + key.slice(1);

function upper(value: unknown): unknown {
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, part]) => [capital(key), upper(part)]),
  );
}

function eventContact(detail: JsonObject, time: unknown): JsonObject | null {
  const { EventType, QueueInfo, AgentInfo, ...rest } = objectOf(upper(detail));
  // COMPLETED says the same again when the agent's work after the contact is over.
  if (EventType !== 'DISCONNECTED' && EventType !== 'COMPLETED') return null;
  return {
    ...(EventType === 'DISCONNECTED' ? { DisconnectTimestamp: time } : {}),
    LastUpdateTimestamp: time,
    ...rest,
    // Names of attributes are not to be capitalised.
    Attributes: detail.attributes ?? detail.Attributes ?? null,
    Queue: queueOf(QueueInfo),
    Agent: agentOf(AgentInfo),
  };
}
