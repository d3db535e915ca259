/** The three shapes of a contact: the record itself, DescribeContact's answer, a contact event. */
import { isObject, type JsonObject, objectOf, textOf } from '../../lib/json.js';

/**
 * As a contact record names things; null where an event says too little to make a contact of (only the last one of a
 * contact knows when it was queued, answered and ended).
 */
export function contactOf(value: JsonObject): JsonObject | null {
  if (isObject(value.detail)) return eventContact(value.detail, value.time);
  const contact = isObject(value.Contact) ? value.Contact : value;
  if (textOf(contact.ContactId) !== undefined) return contact;
  const { Id, QueueInfo, AgentInfo, ...rest } = contact;
  if (textOf(Id) === undefined) return contact;
  return { ...rest, ContactId: Id, Queue: queueOf(QueueInfo), Agent: agentOf(AgentInfo) };
}

function queueOf(info: unknown): JsonObject | null {
  if (!isObject(info)) return null;
  return { ...info, Name: info.Name ?? info.Id ?? lastOf(info.QueueArn) };
}

function agentOf(info: unknown): JsonObject | null {
  if (!isObject(info)) return null;
  return { ...info, Username: info.Username ?? info.Id ?? lastOf(info.AgentArn) };
}

const lastOf = (arn: unknown): string | undefined => textOf(arn)?.split('/').at(-1);

function eventContact(detail: JsonObject, time: unknown): JsonObject | null {
  const upper = (value: unknown): unknown =>
    isObject(value)
      ? Object.fromEntries(
          Object.entries(value).map(([key, part]) => [
            key.charAt(0).toUpperCase() + key.slice(1),
            upper(part),
          ]),
        )
      : value;
  const { EventType, QueueInfo, AgentInfo, ...rest } = objectOf(upper(detail));
  if (EventType !== 'DISCONNECTED') return null;
  return {
    DisconnectTimestamp: time,
    LastUpdateTimestamp: time,
    ...rest,
    // Names of attributes are not to be capitalised.
    Attributes: detail.attributes ?? detail.Attributes ?? null,
    Queue: queueOf(QueueInfo),
    Agent: agentOf(AgentInfo),
  };
}
