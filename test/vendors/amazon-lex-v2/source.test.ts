import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { recognise, sampleOf } from '../../../src/vendors/recognise.js';
import { createFolder, type Folder, readAll } from '../../ingest/reading.js';
import { at, jsonLine, jsonLines } from '../support/sample.js';
import { agentEntry, contactId, lexEntry, missedEntry } from './sample.js';

let folder: Folder;
beforeEach(() => {
  folder = createFolder();
});
afterEach(() => folder.remove());

const read = (content: string | Buffer | object[], options = {}) =>
  readAll('amazon-lex-v2', folder.write('lex/log.jsonl', content), options);
const conversation = [
  lexEntry('09:00:09.382'),
  missedEntry('09:00:31.020'),
  agentEntry('09:00:40.000'),
];

describe('a Lex V2 conversation log', () => {
  it('has the words of both sides, what was understood, what was asked for and where it was handed off', async () => {
    const { sessions, quarantine } = await read(conversation);
    expect(quarantine).toEqual([]);
    expect(sessions).toHaveLength(1);
    expect(sessions[0]).toMatchObject({
      botId: 'TelcoHelp',
      sessionId: contactId,
      channel: 'chat',
      locale: 'en-US',
      outcome: 'escalated',
      handoff: { at: Date.parse(at('09:00:40')), key: contactId, reason: 'user_request' },
      turns: [
        {
          actor: 'customer',
          text: 'my sim tray snapped off',
          intent: {
            name: 'OrderStatus',
            confidence: 0.46,
            ranking: [{ confidence: 0.46 }, { confidence: 0.31 }],
          },
        },
        { actor: 'bot', asksFor: 'OrderNumber', action: 'OrderStatus' },
        { actor: 'customer', text: 'the little drawer is broken' },
        { actor: 'bot', action: 'FallbackIntent' },
        { actor: 'customer', text: 'agent please' },
      ],
    });
  });

  const cell = (entry: object) => `"${JSON.stringify(entry).replaceAll('"', '""')}"`;
  it.each([
    ['the console', 'timestamp,message', (one: object) => `1772445600000,${cell(one)}`],
    ['Logs Insights', '@timestamp,@message', (one: object) => `2026-03-02 09:00:09,${cell(one)}`],
  ])('is read from the table that %s exports, and recognised', async (_, header, row) => {
    const { sessions: expected } = await read(conversation);
    const file = folder.write('table.csv', [header, ...conversation.map(row)].join('\n'));
    const { sessions, quarantine } = await readAll('amazon-lex-v2', file);
    expect({ sessions, quarantine }).toEqual({ sessions: expected, quarantine: [] });
    expect(recognise([await sampleOf(file)])).toMatchObject([{ format: 'amazon-lex-v2' }]);
  });

  it.each([
    ['events', (one: object) => ({ message: JSON.stringify(one) }), 'events'],
    ['results of a query', (one: object) => ({ '@message': one }), null],
    ['subscriptions', (one: object) => ({ id: '1', message: JSON.stringify(one) }), 'logEvents'],
  ])('is read and recognised within %s, messages of control left out', async (_, wrap, key) => {
    const list = conversation.map((one): object => wrap(one));
    const control = { messageType: 'CONTROL_MESSAGE', logEvents: [{ message: 'a check' }] };
    const content = key === null ? list : [control, { [key]: list }];
    const { sessions, quarantine } = await read(content);
    expect(quarantine).toEqual([]);
    expect(sessions).toEqual((await read(conversation)).sessions);
    const file = folder.write('wrapped.json', content);
    expect(recognise([await sampleOf(file)])).toMatchObject([{ format: 'amazon-lex-v2' }]);
  });

  it('takes for a missed utterance the first guess with a score, in each of the three shapes of a score', async () => {
    const { sessions } = await read([missedEntry('09:00:31')]);
    expect(sessions[0]?.turns[0]?.intent).toEqual({
      name: 'ReportFault',
      confidence: 0.34,
      ranking: [
        { name: 'ReportFault', confidence: 0.34 },
        { name: 'OrderStatus', confidence: 0.21 },
      ],
    });
  });

  it('reads an entry twice delivered once, and entries in any order', async () => {
    const { sessions } = await read(conversation);
    expect((await read([...conversation, ...conversation].reverse())).sessions).toEqual(sessions);
  });

  it.each([
    ['events of the CLI', () => jsonLine({ events: conversation.map(event) })],
    ['log events, one a line', () => jsonLines(conversation.map(event))],
    [
      'a subscription',
      () => jsonLine({ messageType: 'DATA_MESSAGE', logEvents: conversation.map(event) }),
    ],
    [
      'an export to S3',
      () => conversation.map((one) => `${one.timestamp} ${JSON.stringify(one)}\n`).join(''),
    ],
    [
      'the same, gzipped',
      () =>
        gzipSync(conversation.map((one) => `${one.timestamp} ${JSON.stringify(one)}\n`).join('')),
    ],
    [
      'results of Logs Insights',
      () =>
        jsonLine({
          results: conversation.map((one) => [{ field: '@message', value: JSON.stringify(one) }]),
        }),
    ],
  ])('is the same as %s', async (_, content) => {
    const { sessions } = await read(conversation);
    expect((await read(content())).sessions).toEqual(sessions);
  });
  const event = (one: object) => ({
    logStreamName: '2026/03/02/a',
    timestamp: 1772442009382,
    message: JSON.stringify(one),
    eventId: '1',
  });

  it('is one session where its entries lie in several streams', async () => {
    const { sessions } = await read(conversation);
    folder.remove();
    folder = createFolder();
    conversation.forEach((one, i) => {
      folder.write(`streams/${9 - i}.jsonl`, [one]);
    });
    expect((await readAll('amazon-lex-v2', `${folder.path}/streams/*.jsonl`)).sessions).toEqual(
      sessions,
    );
  });

  it('names each broken line once, with the file that it is in', async () => {
    folder.write('streams/1.jsonl', [lexEntry('09:00:09')]);
    const second = folder.write('streams/2.jsonl', [missedEntry('09:00:31'), { sessionId: 's-9' }]);
    const { quarantine } = await readAll('amazon-lex-v2', `${folder.path}/streams/*.jsonl`);
    expect(quarantine).toMatchObject([{ file: second, line: 2 }]);
  });

  it('parts conversations of one id as AWS counts them, but not those that Connect leads', async () => {
    const later = (more: object) => [
      ...conversation,
      lexEntry('09:20:00', {
        ...more,
        requestId: 'late',
        sessionState: { ...lexEntry('09:20:00').sessionState, originatingRequestId: 'origin-2' },
      }),
    ];
    expect((await read(later({}))).sessions).toHaveLength(1);
    const web = later({}).map((one) => ({ ...one, requestAttributes: {} }));
    const { sessions } = await read(web);
    expect(sessions.map(({ sessionId }) => sessionId)).toEqual([
      contactId,
      `${contactId}@${at('09:20:00.000')}`,
    ]);
    const named = web.map(({ sessionState, ...one }) => ({
      ...one,
      sessionState: { ...sessionState, sessionAttributes: { ContactId: contactId } },
    }));
    expect((await read(named)).sessions).toHaveLength(1);
    expect((await read(web, { conversations: 'session' })).sessions).toHaveLength(1);
    expect((await read(web, { conversations: 'session', idle_minutes: 5 })).sessions).toHaveLength(
      2,
    );
  });

  it('is handed off where the contact of its id was queued, and only there, once Connect says which were', async () => {
    const queue = { Name: 'Devices', EnqueueTimestamp: at('09:01:18') };
    folder.write('connect/day.json', [
      { ContactId: contactId, Queue: queue },
      { ContactId: 'web-2', Queue: null },
    ]);
    const options = { connect_records: '../connect/*.json' };
    const missed = [lexEntry('09:00:09.382'), missedEntry('09:00:31.020')];
    const { sessions } = await read(
      [...missed, ...missed.map((one) => ({ ...one, sessionId: 'web-2' }))],
      options,
    );
    expect(sessions.map(({ outcome, handoff }) => [outcome, handoff?.at, handoff?.reason])).toEqual(
      [
        ['escalated', Date.parse(at('09:01:18')), 'no_match'],
        ['abandoned', undefined, undefined],
      ],
    );
  });

  it('is handed off by a contact that was described, searched for or told of in events, too', async () => {
    const described = {
      Id: contactId,
      QueueInfo: { EnqueueTimestamp: Date.parse(at('09:01:18')) / 1000 },
    };
    const event = (queueInfo: object) => ({
      detail: { contactId, eventType: 'QUEUED', ...queueInfo },
    });
    const data = Buffer.from(
      JSON.stringify({ ContactId: contactId, Queue: { EnqueueTimestamp: at('09:01:18') } }),
    ).toString('base64');
    const outcomeWith = async (record: object) => {
      folder.write('connect/day.json', [record]);
      const options = { connect_records: '../connect/*.json' };
      return (await read([missedEntry('09:00:31.020')], options)).sessions[0]?.outcome;
    };
    expect(await outcomeWith({ Contact: described })).toBe('escalated');
    expect(await outcomeWith({ Contacts: [described] })).toBe('escalated');
    expect(await outcomeWith({ Records: [{ kinesis: { data } }] })).toBe('escalated');
    expect(await outcomeWith(event({ queueInfo: { enqueueTimestamp: at('09:01:18') } }))).toBe(
      'escalated',
    );
    const never = { connectedToAgentTimestamp: '1970-01-01T00:00:00.001Z' };
    expect(await outcomeWith(event({ agentInfo: never }))).toBe('abandoned');
  });

  it('is no handoff where the bot closes with a failure, unless the config says so', async () => {
    const closed = missedEntry('09:00:31', {
      sessionState: {
        dialogAction: { type: 'Close' },
        intent: { name: 'FallbackIntent', state: 'Failed' },
      },
    });
    expect((await read([closed])).sessions[0]?.outcome).toBe('abandoned');
    expect((await read([closed], { failed_close: true })).sessions[0]?.outcome).toBe('escalated');
  });

  it('keeps slots as they were heard, lists and parts joined', async () => {
    const value = (originalValue: string) => ({
      shape: 'Scalar',
      value: { originalValue, interpretedValue: originalValue },
    });
    const slots = {
      OrderNumber: value('12345678'),
      Devices: { shape: 'List', values: [value('phone'), value('router')] },
      Address: { shape: 'Composite', subSlots: { city: value('Leeds') } },
      Colour: null,
    };
    const { sessions } = await read([
      lexEntry('09:00:09', { sessionState: { intent: { name: 'OrderStatus', slots } } }),
    ]);
    expect(Object.keys(sessions[0]?.turns[0]?.slots ?? {})).toEqual([
      'OrderNumber',
      'Devices',
      'Address',
    ]);
  });

  it('says of speech, cards and markup what was said', async () => {
    const { sessions } = await read([
      lexEntry('09:00:09', {
        inputMode: 'Speech',
        messages: [
          { contentType: 'SSML', content: '<speak>Hello <break/>there</speak>' },
          {
            contentType: 'ImageResponseCard',
            imageResponseCard: { title: 'Which?', buttons: [{ text: 'Sim' }, { text: 'Phone' }] },
          },
        ],
      }),
    ]);
    expect(sessions[0]?.channel).toBe('chat');
    expect(sessions[0]?.turns.slice(1).map(({ text }) => text)).toEqual([
      'Hello there',
      'Which? (Sim, Phone)',
    ]);
  });
});
