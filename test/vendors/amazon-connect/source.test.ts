import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Contact } from '../../../src/domain/conversation.js';
import { createFolder, type Folder, readAll, redactor } from '../../ingest/reading.js';
import { chatLens, connectRecord, contactId, voiceLens } from '../fixtures/connect.js';

let folder: Folder;
beforeEach(() => {
  folder = createFolder();
});
afterEach(() => folder.remove());

const read = (content: string | object[], options = {}) =>
  readAll('amazon-connect', folder.write('records/day.json', content), options);

async function only(record: object, options = {}): Promise<Contact> {
  const { contacts, quarantine } = await read([record], options);
  expect(quarantine).toEqual([]);
  expect(contacts).toHaveLength(1);
  return contacts[0] as Contact;
}
const moment = (time: string) => Date.parse(`2026-03-02T${time}Z`);

describe('an Amazon Connect contact record', () => {
  it('says when the customer queued, was answered and left, and what became of it', async () => {
    expect(await only(connectRecord())).toEqual({
      id: `amazon-connect/${contactId}`,
      platform: 'amazon-connect',
      contactId,
      startedAt: moment('09:01:18'),
      answeredAt: moment('09:02:00'),
      endedAt: moment('09:13:20'),
      channel: 'chat',
      origin: 'unknown',
      customer: {},
      queue: 'Devices',
      agentId: 'agent5',
      holdSeconds: 40,
      attributes: {
        disposition: 'sim_tray_replacement',
        csat: '4',
        resolved: 'true',
        lexIntent: 'OrderStatus',
        initiation_method: 'API',
      },
      outcome: { reason: 'sim_tray_replacement', resolved: true, csat: 75 },
      turns: [],
    });
  });

  it('has the phone number of a SIP address, and no e-mail address of it', async () => {
    const from = async (Address: string) =>
      (await only(connectRecord({ CustomerEndpoint: { Address, Type: 'VOIP' } }))).customer;
    expect(await from('sip:+442079460018@pbx.example.net')).toEqual(
      redactor.identity({ phone: '+442079460018' }),
    );
    expect(await from('sips:reception@pbx.example.net')).toEqual({});
    expect(await from('jo@example.net')).toEqual(redactor.identity({ email: 'jo@example.net' }));
  });

  it('has the words of interactive messages, and none of their JSON', async () => {
    const item = (kind: string, role: string, content: object) => ({
      AbsoluteTime: '2026-03-02T09:05:00Z',
      Type: 'MESSAGE',
      ParticipantRole: role,
      ContentType: `application/vnd.amazonaws.connect.message.interactive${kind}`,
      Content: JSON.stringify({ version: '1.0', ...content }),
    });
    const choices = [{ title: 'Late' }, { title: 'Broken' }];
    const Transcript = [
      item('', 'AGENT', { data: { content: { title: 'What is wrong?', elements: choices } } }),
      item('.response', 'CUSTOMER', { data: { content: { actionName: 'Broken' } } }),
      { ...item('', 'AGENT', {}), Content: '{"templateType": ' },
    ];
    folder.write('records/lens/day.json', [{ ...chatLens, Transcript }]);
    const { turns } = await only(connectRecord(), { contact_lens: 'lens/*.json' });
    expect(turns.map(({ text }) => text)).toEqual(['What is wrong? (Late, Broken)', 'Broken']);
  });

  it("has the words of Connect's own chat transcript, unless there is an analysis", async () => {
    const { CustomerMetadata: _, ...chat } = { ...chatLens, ContactId: contactId };
    for (const name of [`${contactId}_20260302T10:05_UTC.json`, 'chat.json']) {
      folder.write(`records/chat/${name}`, [chat]);
      const { turns } = await only(connectRecord(), { contact_lens: `chat/${name}` });
      expect(turns.map(({ text }) => text)).toContain('What is your number?');
    }
  });

  it('is read one a line, set end to end, and in an array', async () => {
    const two = [connectRecord(), connectRecord({ ContactId: 'second' })];
    const texts = two.map((one) => JSON.stringify(one));
    const ways = [
      texts.join('\n'),
      texts.join(''),
      JSON.stringify(two),
      JSON.stringify(two, null, 2),
    ];
    const [first, ...rest] = await Promise.all(ways.map((way) => read(way).then((all) => all)));
    expect(first?.contacts).toHaveLength(2);
    for (const one of rest) expect(one.contacts).toEqual(first?.contacts);
  });

  it('counts once, as of its latest delivery, whichever comes last', async () => {
    const late = connectRecord({
      LastUpdateTimestamp: '2026-03-03T00:00:00Z',
      Attributes: { disposition: 'refund' },
    });
    for (const order of [
      [connectRecord(), late],
      [late, connectRecord()],
    ]) {
      const { contacts } = await read(order);
      expect(contacts.map(({ outcome }) => outcome.reason)).toEqual(['refund']);
    }
  });

  it('keeps the chain of a transferred contact', async () => {
    const leg = await only(
      connectRecord({
        ContactId: 'leg-2',
        InitialContactId: contactId,
        PreviousContactId: contactId,
        InitiationMethod: 'QUEUE_TRANSFER',
      }),
    );
    expect(leg.origin).toBe('transfer');
    expect(leg.attributes).toMatchObject({
      initial_contact_id: contactId,
      previous_contact_id: contactId,
    });
  });

  it('came from the bot where an attribute says so', async () => {
    const bot_attribute = 'via';
    const from = async (Attributes: object, options = {}) =>
      (await only(connectRecord({ Attributes }), options)).origin;
    expect(await from({ via: 'lex' })).toBe('unknown');
    expect(await from({ via: 'lex' }, { bot_attribute })).toBe('bot');
    expect(await from({}, { bot_attribute })).toBe('direct');
    expect(await from({ via: 'ivr' }, { bot_attribute, bot_values: ['lex'] })).toBe('direct');
    expect(await from({ handoff_key: 'k-1' })).toBe('bot');
    expect(await from({ origin: 'direct', handoff_key: 'k-1' })).toBe('direct');
  });

  it('keeps keys as they are, so that they still join, and redacts everything else', async () => {
    const session = 'c4471882301';
    const { attributes, handoffKey } = await only(
      connectRecord({
        Attributes: {
          lexSessionId: session,
          handoff_key: '4471882301',
          note: 'call 07700 900123',
          mobile: '+447700900123',
        },
      }),
    );
    expect(attributes).toMatchObject({
      lexSessionId: session,
      bot_session_id: session,
      handoff_key: '4471882301',
    });
    expect(handoffKey).toBe('4471882301');
    expect(attributes.note).toMatch(/^call ⟨phone:\w+⟩$/);
    expect(attributes.mobile).toMatch(/^⟨phone:\w+⟩$/);
  });

  it("hashes the caller's number as every other spelling of it", async () => {
    const { customer, channel } = await only(
      connectRecord({
        Channel: 'VOICE',
        CustomerEndpoint: { Type: 'TELEPHONE_NUMBER', Address: '+447700900123' },
      }),
    );
    expect(channel).toBe('voice');
    expect(customer.phone).toBe(redactor.identity({ phone: '07700 900 123' }).phone);
  });

  it('takes the names of attributes from the options', async () => {
    const { outcome } = await only(
      connectRecord({ Attributes: { code: 'billing', stars: '9', solved: 'no' } }),
      { disposition: ['code'], csat: ['stars'], csat_scale: 10, resolved: ['solved'] },
    );
    expect(outcome).toMatchObject({ reason: 'billing', resolved: false });
    expect(outcome.csat).toBeCloseTo(800 / 9, 10);
  });

  it('is left out where it never reached an agent queue, and set aside without an id', async () => {
    const contained = connectRecord({ ContactId: 'flow-only', Queue: null, Agent: null });
    const { ContactId: _, ...nameless } = connectRecord();
    const { contacts, quarantine } = await read([contained, nameless, connectRecord()]);
    expect(contacts.map((one) => one.contactId)).toEqual([contactId]);
    expect(quarantine).toMatchObject([{ line: 2, reason: expect.stringMatching(/^contact_id/) }]);
  });
});

describe('the look-alikes of a contact record', () => {
  const described = {
    Contact: {
      Id: contactId,
      Channel: 'VOICE',
      InitiationMethod: 'INBOUND',
      InitiationTimestamp: moment('09:00:00') / 1000,
      DisconnectTimestamp: moment('09:13:20') / 1000,
      QueueInfo: { Id: 'q-9', EnqueueTimestamp: moment('09:01:18') / 1000 },
      AgentInfo: { Id: 'a-5', ConnectedToAgentTimestamp: moment('09:02:00') / 1000 },
      Attributes: { disposition: 'refund' },
    },
  };
  const contactEvent = (eventType: string) => ({
    'detail-type': 'Amazon Connect Contact Event',
    time: '2026-03-02T09:13:20Z',
    detail: {
      eventType,
      contactId,
      channel: 'VOICE',
      initiationMethod: 'INBOUND',
      initiationTimestamp: '2026-03-02T09:00:00.120Z',
      queueInfo: { queueArn: 'arn:x/queue/q-9', enqueueTimestamp: '2026-03-02T09:01:18.000Z' },
      agentInfo: {
        agentArn: 'arn:x/agent/a-5',
        connectedToAgentTimestamp: '2026-03-02T09:02:00.000Z',
      },
    },
  });

  it.each([
    ["DescribeContact's answer", described],
    ['the last event of a contact', contactEvent('DISCONNECTED')],
  ])('%s says as much', async (_, value) => {
    expect(await only(value)).toMatchObject({
      contactId,
      startedAt: moment('09:01:18'),
      answeredAt: moment('09:02:00'),
      endedAt: moment('09:13:20'),
      channel: 'voice',
      queue: 'q-9',
      agentId: 'a-5',
    });
  });

  it('an earlier event says too little and is passed over', async () => {
    const { contacts, quarantine } = await read([contactEvent('QUEUED')]);
    expect([contacts, quarantine]).toEqual([[], []]);
  });
});

describe('Contact Lens', () => {
  const name = (id: string, kind = '') => `lens/${id}_analysis${kind}_2026-03-02T09_13_20Z.json`;
  const options = { contact_lens: '../lens/*.json' };

  it('gives a chat its words, without what was said to the bot and without events', async () => {
    folder.write(name(contactId), JSON.stringify(chatLens));
    const { turns } = await only(connectRecord(), options);
    expect(turns).toEqual([
      { at: moment('09:00:08.500'), actor: 'system', text: 'Let me find somebody.' },
      { at: moment('09:02:11.500'), actor: 'agent', text: 'What is your number?' },
      {
        at: moment('09:02:30.500'),
        actor: 'customer',
        text: expect.stringMatching(/^⟨phone:\w+⟩, as I told the bot$/),
        sentiment: -0.5,
      },
    ]);
  });

  it("gives a call its words, from the recording's start or else from the answer", async () => {
    folder.write(name(contactId), JSON.stringify(voiceLens));
    const call = connectRecord({ Channel: 'VOICE' });
    expect((await only(call, options)).turns).toEqual([
      { at: moment('09:02:00.200'), actor: 'agent', text: 'Hello' },
      {
        at: moment('09:02:01.200'),
        actor: 'customer',
        text: 'the bot did not get it',
        sentiment: -1,
      },
    ]);
    const Recordings = [{ StartTimestamp: '2026-03-02T09:01:58Z' }];
    const recorded = await only({ ...call, Recordings }, options);
    expect(recorded.turns[0]?.at).toBe(moment('09:01:58.200'));
  });

  it('is found by the id inside where the name has none, and redacted wins over raw', async () => {
    folder.write('lens/export.json', JSON.stringify(chatLens));
    expect((await only(connectRecord(), options)).turns).toHaveLength(3);
    folder.write(name(contactId), JSON.stringify({ ...chatLens, Transcript: [] }));
    folder.write(name(contactId, '_redacted'), JSON.stringify(chatLens));
    expect((await only(connectRecord(), options)).turns).toHaveLength(3);
  });

  it('that cannot be read is reported, and the contact stays', async () => {
    folder.write(name(contactId), '{"Transcript": [');
    const { contacts, quarantine } = await read([connectRecord()], options);
    expect(contacts).toHaveLength(1);
    expect(quarantine).toMatchObject([{ reason: expect.stringMatching(/^contact_lens:/) }]);
  });

  it('that comes later makes the records be read again', async () => {
    const file = folder.write('records/day.json', [connectRecord()]);
    const prints = async () =>
      (await readAll('amazon-connect', file, options)).events.flatMap((event) =>
        event.kind === 'file_done' ? [event.fingerprint] : [],
      );
    const before = await prints();
    expect(await prints()).toEqual(before);
    folder.write(name(contactId), JSON.stringify(chatLens));
    expect(await prints()).not.toEqual(before);
  });
});
