/** A contact record, in the record's own names, becomes an agent contact. */
import type { AgentContactRecord, Channel } from '../../domain/records.js';
import { filled, type JsonObject, numberOf, objectOf, textOf, valueAt } from '../../lib/json.js';
import { momentOf } from '../log/moment.js';
import type { ConnectOptions } from './options.js';

/**
 * Epoch seconds (DescribeContact), ISO 8601 or a query engine's time, as ISO 8601; what is neither is left for the check to refuse. Contact events
 * write 1970-01-01T00:00:00.001Z for what has not happened (the guide's sample of an updated contact).
 */
export function timeOf(value: unknown): string | undefined {
  if (typeof value !== 'number') {
    const text = textOf(value);
    if (text?.startsWith('1970-01-01T00:00:00')) return undefined;
    // Query engines write UTC without saying so.
    return text?.includes(' ') ? (momentOf(text, 'utc') ?? text) : text;
  }
  const at = new Date(value * 1000);
  if (+at < 1000) return undefined;
  return Number.isNaN(+at) ? String(value) : at.toISOString();
}

/** Contacts that stayed in a flow never reached an agent's queue; tasks and a supervisor's listening are no conversations. */
export function isAgentContact(contact: JsonObject): boolean {
  const queued = timeOf(valueAt(contact, 'Queue.EnqueueTimestamp')) !== undefined;
  const answered = timeOf(valueAt(contact, 'Agent.ConnectedToAgentTimestamp')) !== undefined;
  const isTask = textOf(contact.Channel)?.toUpperCase() === 'TASK';
  return !isTask && contact.InitiationMethod !== 'MONITOR' && (queued || answered);
}

export function contactRecord(contact: JsonObject, options: ConnectOptions) {
  const attributes = objectOf(contact.Attributes);
  const pick = (names: readonly string[]) => {
    const name = names.find((one) => textOf(attributes[one]) !== undefined);
    return name === undefined ? undefined : textOf(attributes[name]);
  };
  const queue = objectOf(contact.Queue);
  const agent = objectOf(contact.Agent);
  const botSession = pick(options.bot_session);
  const key = pick(options.handoff_key);
  return {
    type: 'agent_contact',
    platform: 'amazon-connect',
    // An absent id is for the check to name.
    contact_id: textOf(contact.ContactId),
    started_at: timeOf(queue.EnqueueTimestamp) ?? timeOf(contact.InitiationTimestamp),
    ...filled({
      answered_at: timeOf(agent.ConnectedToAgentTimestamp),
      ended_at: timeOf(contact.DisconnectTimestamp),
      handoff_key: key,
      queue: textOf(queue.Name),
      agent_id: textOf(agent.Username) ?? textOf(agent.ARN),
      // The latter in contacts that are described, searched for or told of in events.
      hold_seconds:
        numberOf(agent.CustomerHoldDuration) ?? numberOf(agent.AgentInitiatedHoldDuration),
      customer: customerOf(contact, pick, options),
    }),
    channel: channelOf(contact),
    origin: originOf(contact, attributes, options, key !== undefined || botSession !== undefined),
    attributes: filled({
      ...Object.fromEntries(Object.entries(attributes).map(([name, value]) => [name, flat(value)])),
      bot_session_id: botSession,
      initial_contact_id: textOf(contact.InitialContactId),
      previous_contact_id: textOf(contact.PreviousContactId),
      initiation_method: textOf(contact.InitiationMethod),
    }),
    outcome: filled({
      reason: pick(options.disposition),
      resolved: truth(pick(options.resolved)),
      csat: numberOf(pick(options.csat)),
      csat_scale: options.csat_scale,
      ces: numberOf(pick(options.ces)),
      complaint: truth(pick(options.complaint)),
      transferred: timeOf(contact.TransferCompletedTimestamp) === undefined ? undefined : true,
    }),
  };
}

const flat = (value: unknown) =>
  typeof value === 'object' && value !== null ? JSON.stringify(value) : value;

const channels: Record<string, Channel> = { VOICE: 'voice', CHAT: 'chat', EMAIL: 'email' };

/** A channel that is none of ours goes on as it is, for the check to name. */
function channelOf(contact: JsonObject): string | undefined {
  const subtype = textOf(
    valueAt(objectOf(contact.SegmentAttributes)['connect:Subtype'], 'ValueString'),
  );
  if (/sms|whatsapp|messaging|apple/i.test(subtype ?? '')) return 'messaging';
  const channel = textOf(contact.Channel);
  return channels[channel?.toUpperCase() ?? ''] ?? channel?.toLowerCase();
}

function originOf(
  contact: JsonObject,
  attributes: JsonObject,
  options: ConnectOptions,
  hasKey: boolean,
): AgentContactRecord['origin'] {
  if (/^(?:QUEUE_)?TRANSFER$/.test(textOf(contact.InitiationMethod) ?? '')) return 'transfer';
  const said = options.origin.map((name) => textOf(attributes[name])?.toLowerCase());
  for (const origin of ['bot', 'direct', 'transfer'] as const)
    if (said.includes(origin)) return origin;
  const { bot_attribute: mark, bot_values: values } = options;
  if (mark === undefined) return hasKey ? 'bot' : 'unknown';
  const value = textOf(attributes[mark]);
  const marked = value !== undefined && (values?.includes(value) ?? true);
  return marked || hasKey ? 'bot' : 'direct';
}

function customerOf(
  contact: JsonObject,
  pick: (names: readonly string[]) => string | undefined,
  options: ConnectOptions,
): AgentContactRecord['customer'] {
  const { Type, Address } = objectOf(contact.CustomerEndpoint);
  const given = textOf(Address);
  // A caller's SIP address looks like an e-mail address and is none; its user is often the number.
  const sip = /^sips?:([^@;]*)/i.exec(given ?? '');
  const address = sip ? (/^\+?\d{7,15}$/.exec(sip[1] ?? '')?.[0] ?? undefined) : given;
  const isPhone =
    Type === 'TELEPHONE_NUMBER' || Type === 'WHATSAPP' || /^\+\d{7,15}$/.test(address ?? '');
  const found = filled({
    id: pick(options.customer_id) ?? textOf(contact.CustomerId),
    phone:
      isPhone || sip ? (address ?? pick(options.customer_phone)) : pick(options.customer_phone),
    email: pick(options.customer_email) ?? (address?.includes('@') ? address : undefined),
    account: pick(options.customer_account),
  });
  return Object.keys(found).length > 0 ? found : undefined;
}

function truth(value: string | undefined): boolean | undefined {
  if (value === undefined) return undefined;
  if (/^(?:true|yes|y|1)$/i.test(value)) return true;
  return /^(?:false|no|n|0)$/i.test(value) ? false : undefined;
}
