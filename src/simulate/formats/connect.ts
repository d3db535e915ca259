/** Amazon Connect: contact records as Kinesis delivers them, and a Contact Lens transcript a contact. */
import type { AgentContactRecord } from '../../domain/records.js';
import type { Format } from './format.js';

const instance = 'arn:aws:connect:eu-west-2:111122223333:instance/i-1';
const utc = (time: string | undefined): string | null =>
  time === undefined ? null : `${new Date(time).toISOString().slice(0, 19)}Z`;
const seconds = (from: string | undefined, to: string | undefined): number =>
  from && to ? Math.round((Date.parse(to) - Date.parse(from)) / 1000) : 0;

/** Where integrators put what the record has no field for. */
function attributes(contact: AgentContactRecord): Record<string, string> {
  const { outcome, customer, handoff_key: key, origin } = contact;
  const values: Record<string, unknown> = {
    ...contact.attributes,
    origin: origin === 'transfer' || origin === 'unknown' ? undefined : origin,
    handoff_key: key,
    disposition: outcome?.reason,
    resolved: outcome?.resolved,
    complaint: outcome?.complaint,
    csat: outcome?.csat,
    customer_phone: customer?.phone,
    customer_email: customer?.email,
    customer_account: customer?.account,
  };
  const filled = Object.entries(values).filter(([, value]) => value !== undefined);
  return Object.fromEntries(filled.map(([name, value]) => [name, String(value)]));
}

/** One contact record, a line. Times are UTC in whole seconds, as Connect's are. */
export function connectContact(contact: AgentContactRecord): string {
  const previous = contact.attributes?.previous_contact_id;
  const started = utc(contact.started_at);
  const voice = contact.channel === 'voice';
  const record = {
    AWSAccountId: '111122223333',
    AWSContactTraceRecordFormatVersion: '2017-03-10',
    InstanceARN: instance,
    ContactId: contact.contact_id,
    InitialContactId: previous ?? null,
    PreviousContactId: previous ?? null,
    NextContactId: null,
    RelatedContactId: null,
    Channel: voice ? 'VOICE' : 'CHAT',
    InitiationMethod: previous ? 'TRANSFER' : voice ? 'INBOUND' : 'API',
    InitiationTimestamp: started,
    ConnectedToSystemTimestamp: started,
    DisconnectTimestamp: utc(contact.ended_at),
    LastUpdateTimestamp: utc(contact.ended_at),
    DisconnectReason: 'CUSTOMER_DISCONNECT',
    Queue: {
      ARN: `${instance}/queue/${contact.queue}`,
      Name: contact.queue ?? '',
      Duration: seconds(contact.started_at, contact.answered_at),
      EnqueueTimestamp: started,
      DequeueTimestamp: utc(contact.answered_at),
    },
    Agent: {
      ARN: `${instance}/agent/${contact.agent_id}`,
      Username: contact.agent_id ?? '',
      ConnectedToAgentTimestamp: utc(contact.answered_at),
      AgentInteractionDuration: seconds(contact.answered_at, contact.ended_at),
      CustomerHoldDuration: contact.hold_seconds ?? 0,
    },
    ...(contact.outcome?.transferred && { TransferCompletedTimestamp: utc(contact.ended_at) }),
    ...(contact.channel === 'messaging' && {
      SegmentAttributes: { 'connect:Subtype': { ValueString: 'connect:SMS' } },
    }),
    AgentConnectionAttempts: 1,
    Attributes: attributes(contact),
    CustomerEndpoint:
      voice && contact.customer?.phone
        ? { Type: 'TELEPHONE_NUMBER', Address: contact.customer.phone.replace(/[^+\d]/g, '') }
        : null,
    SystemEndpoint: null,
  };
  return `${JSON.stringify(record)}\n`;
}

type Turn = NonNullable<AgentContactRecord['turns']>[number];

function rating(turn: Turn): 'POSITIVE' | 'NEGATIVE' | 'NEUTRAL' {
  const sentiment = turn.sentiment ?? 0;
  if (sentiment <= -0.5) return 'NEGATIVE';
  return sentiment >= 0.4 ? 'POSITIVE' : 'NEUTRAL';
}

function voiceLens(contact: AgentContactRecord, turns: Turn[]) {
  const start = Date.parse(contact.answered_at ?? contact.started_at);
  return {
    Version: 'VOICE-2022-11-30',
    Channel: 'VOICE',
    LanguageCode: 'en-GB',
    JobStatus: 'COMPLETED',
    CustomerMetadata: { ContactId: contact.contact_id, InstanceId: 'i-1' },
    Participants: [
      { ParticipantId: 'CUSTOMER', ParticipantRole: 'CUSTOMER' },
      { ParticipantId: 'AGENT', ParticipantRole: 'AGENT' },
    ],
    Transcript: turns.map((turn, i) => ({
      Id: `t${i}`,
      ParticipantId: turn.actor.toUpperCase(),
      Content: turn.text,
      BeginOffsetMillis: Date.parse(turn.at) - start,
      EndOffsetMillis: Date.parse(turn.at) - start + 60 * turn.text.length,
      Sentiment: rating(turn),
    })),
  };
}

function chatLens(contact: AgentContactRecord, turns: Turn[]) {
  return {
    Version: 'CHAT-2022-11-30',
    Channel: 'CHAT',
    LanguageCode: 'en-GB',
    JobStatus: 'COMPLETED',
    CustomerMetadata: { ContactId: contact.contact_id, InstanceId: 'i-1' },
    Participants: [
      { ParticipantId: 'p-customer', ParticipantRole: 'CUSTOMER', DisplayName: 'Customer' },
      { ParticipantId: 'p-agent', ParticipantRole: 'AGENT', DisplayName: contact.agent_id ?? '' },
    ],
    Transcript: turns.map((turn, i) => ({
      Id: `m${i}`,
      Type: 'MESSAGE',
      AbsoluteTime: new Date(turn.at).toISOString(),
      ContentType: 'text/plain',
      ParticipantId: `p-${turn.actor}`,
      ParticipantRole: turn.actor.toUpperCase(),
      DisplayName: turn.actor === 'agent' ? (contact.agent_id ?? '') : 'Customer',
      Content: turn.text,
    })),
    ConversationCharacteristics: {
      Sentiment: {
        DetailsByTranscriptItemGroup: turns.flatMap((turn, i) =>
          turn.sentiment === undefined
            ? []
            : [
                {
                  ParticipantRole: turn.actor.toUpperCase(),
                  ProgressiveScore: Math.round(turn.sentiment * 50) / 10,
                  Sentiment: rating(turn),
                  TranscriptItems: [{ Id: `m${i}` }],
                },
              ],
        ),
      },
    },
  };
}

/** The transcript's file: Contact Lens carries the contact's id and the time in the name. */
export function lensFile(contact: AgentContactRecord): { name: string; text: string } {
  const turns = contact.turns ?? [];
  const voice = contact.channel === 'voice';
  const lens = voice ? voiceLens(contact, turns) : chatLens(contact, turns);
  const stamp = utc(contact.ended_at)?.replaceAll(':', '_') ?? '';
  return {
    name: `${contact.contact_id}_analysis_${stamp}.json`,
    text: `${JSON.stringify(lens)}\n`,
  };
}

export const amazonConnect: Format = {
  pages: ({ contacts }) => ({
    'connect/contact-records.jsonl': contacts.map(connectContact).join(''),
  }),
  whole: ({ contacts }) =>
    Object.fromEntries(
      contacts.map(lensFile).map(({ name, text }) => [`connect/lens/${name}`, text]),
    ),
};
