import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createFolder, type Folder, readAll } from '../../ingest/reading.js';
import { connectRecord, contactId } from '../fixtures/connect.js';

let folder: Folder;
beforeEach(() => {
  folder = createFolder();
});
afterEach(() => folder.remove());

const read = (content: object[], options = {}) =>
  readAll('amazon-connect', folder.write('records/day.json', content), options);
const moment = (time: string) => Date.parse(`2026-03-02T${time}Z`);
const inBase64 = (value: object, space?: number) =>
  Buffer.from(JSON.stringify(value, null, space)).toString('base64');

const described = (Id: string) => ({
  Id,
  Channel: 'VOICE',
  InitiationMethod: 'INBOUND',
  InitiationTimestamp: moment('09:00:00') / 1000,
  DisconnectTimestamp: moment('09:13:20') / 1000,
  QueueInfo: { Id: 'q-9', EnqueueTimestamp: moment('09:01:18') / 1000 },
  AgentInfo: {
    Id: 'a-5',
    ConnectedToAgentTimestamp: moment('09:02:00') / 1000,
    AgentInitiatedHoldDuration: 31,
  },
});

const eventDetail = (eventType: string, more: object = {}) => ({
  eventType,
  contactId,
  channel: 'Voice',
  initiationMethod: 'INBOUND',
  initiationTimestamp: '2026-03-02T09:00:00.120Z',
  disconnectTimestamp: '2026-03-02T09:13:20.000Z',
  queueInfo: { queueArn: 'arn:x/queue/q-9', enqueueTimestamp: '2026-03-02T09:01:18.000Z' },
  agentInfo: {
    agentArn: 'arn:x/agent/a-5',
    connectedToAgentTimestamp: '2026-03-02T09:02:00.000Z',
  },
  ...more,
});
const contactEvent = (detail: object, time = '2026-03-02T09:13:20Z') => ({
  'detail-type': 'Amazon Connect Contact Event',
  time,
  detail,
});

describe('contacts within what clouds put around them', () => {
  const record = connectRecord();
  it.each([
    ["a Lambda's input from Kinesis", { Records: [{ kinesis: { data: inBase64(record) } }] }],
    ["Kinesis' own answer", { Records: [{ Data: inBase64(record, 2) }], NextShardIterator: 'n' }],
    ["a Firehose Lambda's input", { records: [{ recordId: '1', data: inBase64(record) }] }],
    ['a queue', { Records: [{ body: JSON.stringify(record) }] }],
    ['a notification', { Type: 'Notification', Message: JSON.stringify(record) }],
    ['an event of a log group', { timestamp: 1, message: JSON.stringify(record) }],
  ])('are read out of %s', async (_, value) => {
    const { contacts, quarantine } = await read([value]);
    expect(quarantine).toEqual([]);
    expect(contacts.map((one) => [one.contactId, one.queue])).toEqual([[contactId, 'Devices']]);
  });

  it('are read out of a page of SearchContacts, each on its own', async () => {
    const { contacts, quarantine } = await read([
      { Contacts: [described('c-1'), { ...described('c-2'), Channel: 'FAX' }, described('c-3')] },
    ]);
    expect(contacts.map((one) => [one.contactId, one.answeredAt, one.holdSeconds])).toEqual([
      ['c-1', moment('09:02:00'), 31],
      ['c-3', moment('09:02:00'), 31],
    ]);
    expect(quarantine).toMatchObject([{ reason: expect.stringMatching(/^channel/) }]);
  });

  it('leave text that only begins like Base64 as it is', async () => {
    const { contacts } = await read([{ ...record, message: 'eyJub3QganNvbg==' }]);
    expect(contacts).toHaveLength(1);
  });
});

describe('contact events', () => {
  it('are read without the envelope, which a target of EventBridge may cut off', async () => {
    const { contacts, quarantine } = await read([eventDetail('DISCONNECTED')]);
    expect(quarantine).toEqual([]);
    expect(contacts).toMatchObject([
      { contactId, channel: 'voice', queue: 'q-9', endedAt: moment('09:13:20') },
    ]);
    expect(await read([eventDetail('QUEUED')])).toMatchObject({ contacts: [], quarantine: [] });
  });

  it('end when the customer left, not when the work after it was over', async () => {
    const done = eventDetail('COMPLETED', { agentInfo: { agentArn: 'arn:x/agent/a-6' } });
    const events = [
      contactEvent(eventDetail('DISCONNECTED')),
      contactEvent(done, '2026-03-02T09:20:00Z'),
    ];
    const { contacts } = await read(events);
    expect(contacts).toMatchObject([{ endedAt: moment('09:13:20'), agentId: 'a-6' }]);
  });

  it('have the first moment of 1970 for what has not happened', async () => {
    const agentInfo = {
      agentArn: 'arn:x/agent/a-5',
      connectedToAgentTimestamp: '1970-01-01T00:00:00.001Z',
    };
    const { contacts, quarantine } = await read([
      contactEvent(eventDetail('DISCONNECTED', { agentInfo })),
    ]);
    expect(quarantine).toEqual([]);
    expect(contacts).toMatchObject([{ startedAt: moment('09:01:18') }]);
    expect(contacts[0]?.answeredAt).toBeUndefined();
  });

  it('keep the names of a segment, by which a message is told from a chat', async () => {
    const segmentAttributes = { 'connect:Subtype': { valueString: 'connect:SMS' } };
    const { contacts } = await read([
      contactEvent(eventDetail('DISCONNECTED', { channel: 'CHAT', segmentAttributes })),
    ]);
    expect(contacts.map(({ channel }) => channel)).toEqual(['messaging']);
  });
});

describe('what has a contact id and is no contact', () => {
  it.each([
    ['a real-time segment', { ContactId: 'c-1', EventType: 'SEGMENTS', Segments: [] }],
    ['a chat transcript', { ContactId: 'c-1', Participants: [], Transcript: [] }],
    ['a line of a flow log', { ContactId: 'c-1', ContactFlowModuleType: 'SetAttributes' }],
    ['an event of an agent', { AgentARN: 'arn:x', EventType: 'LOGIN', CurrentAgentSnapshot: {} }],
    ['an analysis of Amazon Transcribe', { JobName: 'j', Transcript: [], Participants: [] }],
  ])('%s is set aside by that name', async (_, value) => {
    const { contacts, quarantine } = await read([value, connectRecord()]);
    expect(contacts).toHaveLength(1);
    expect(quarantine).toMatchObject([
      { line: 1, reason: expect.stringMatching(/^contact_id: no contact record/) },
    ]);
  });

  it('a task and a listening supervisor are passed over', async () => {
    const { contacts, quarantine } = await read([
      connectRecord({ ContactId: 'c-1', Channel: 'Task' }),
      connectRecord({ ContactId: 'c-2', InitiationMethod: 'MONITOR' }),
    ]);
    expect([contacts, quarantine]).toEqual([[], []]);
  });
});
