import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createFolder, type Folder, readAll } from '../../ingest/reading.js';
import { bot, brokerLines, event, intent, trackerDump, user } from '../fixtures/rasa.js';

let folder: Folder;
beforeEach(() => {
  folder = createFolder();
});
afterEach(() => folder.remove());

const talk = [
  user(1, 'when are you open?', intent('hours', 0.9)),
  bot(2, 'From nine to five.'),
  user(5, 'a person', intent('human_handoff')),
];
const events = brokerLines(talk)
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Record<string, unknown>);
const bare = events.map(({ sender_id: _, ...one }) => one);
const sender = String(events[0]?.sender_id);

const lines = (list: readonly object[]): string =>
  list.map((one) => JSON.stringify(one)).join('\n');
const base64 = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64');

/** A value of DynamoDB: an object that names its type. */
function typed(value: unknown): object {
  if (value === null || value === undefined) return { NULL: true };
  if (typeof value === 'boolean') return { BOOL: value };
  if (typeof value === 'number') return { N: String(value) };
  if (typeof value === 'string') return { S: value };
  if (Array.isArray(value)) return { L: value.map(typed) };
  const parts = Object.entries(value as object).map(([name, part]) => [name, typed(part)]);
  return { M: Object.fromEntries(parts) };
}
const item = {
  sender_id: typed(sender),
  session_date: typed(1),
  events: typed(bare),
};
const row = (one: object, i: number) => ({
  id: i + 1,
  sender_id: sender,
  data: JSON.stringify(one),
});
const withTime = (change: (seconds: number) => unknown) =>
  lines(events.map((one) => ({ ...one, timestamp: change(Number(one.timestamp)) })));

const wrapped: [string, string][] = [
  [
    'messages with their metadata',
    lines(events.map((one) => ({ topic: 't', payload: JSON.stringify(one) }))),
  ],
  [
    'a list of messages',
    JSON.stringify(
      events.map((one) => ({ payload: JSON.stringify(one), payload_encoding: 'string' })),
    ),
  ],
  [
    'pushed messages',
    lines(events.map((one) => ({ message: { data: base64(one), messageId: '1' } }))),
  ],
  [
    "a container's log",
    lines(events.map((one) => ({ log: `${JSON.stringify(one)}\n`, stream: 'stdout' }))),
  ],
  [
    'hits of a search',
    JSON.stringify({ took: 1, hits: { hits: events.map((one) => ({ _source: one })) } }),
  ],
  [
    'entries of a cloud',
    JSON.stringify(events.map((one) => ({ insertId: 'x', jsonPayload: one }))),
  ],
  ['a scan of DynamoDB', JSON.stringify({ Items: [item], Count: 1 })],
  ['an export of DynamoDB', lines([{ Item: item }])],
  ['trackers by their senders', JSON.stringify({ [sender]: { events: bare } })],
  ['events by their senders', JSON.stringify({ [sender]: bare })],
  ['rows under their query', JSON.stringify({ 'select * from events': bare.map(row) })],
  [
    "rows of a table's export",
    JSON.stringify([{ type: 'table', name: 'events', data: bare.map(row) }]),
  ],
  ['keys before them', events.map((one) => `${sender}\t${JSON.stringify(one)}`).join('\n')],
  ['milliseconds', withTime((seconds) => Math.round(seconds * 1000))],
  ['dates', withTime((seconds) => new Date(seconds * 1000).toISOString())],
];

describe('what is around the events of Rasa', () => {
  it.each(wrapped)('is taken off: %s', async (_, content) => {
    const plain = await readAll('rasa', folder.write('plain.jsonl', lines(events)));
    const { sessions, quarantine } = await readAll('rasa', folder.write('log.json', content));
    expect(quarantine).toEqual([]);
    expect(sessions).toEqual(plain.sessions);
    expect(sessions).toMatchObject([{ outcome: 'escalated', turns: [{}, {}, {}] }]);
  });

  it('is refused where no event is inside, and where a time has no offset', async () => {
    const content = lines([
      { payload: '{"a":1}' },
      { x: { y: [] } },
      { ...events[0], timestamp: '2026-03-02 10:00:00' },
    ]);
    const { sessions, quarantine } = await readAll('rasa', folder.write('log.json', content));
    expect(sessions).toEqual([]);
    expect(quarantine.map(({ reason }) => reason)).toEqual([
      expect.stringMatching(/^no tracker event/),
      expect.stringMatching(/^no tracker event/),
      expect.stringMatching(/^timestamp: .*or a time with an offset/),
    ]);
  });

  it('has each part of a batch read or refused', async () => {
    const kinesis = (data: string) => ({ kinesis: { data } });
    const good = kinesis(base64(events[0] ?? {}));
    const batch = { Records: ['garbage', good, kinesis('bm8gSlNPTg=='), 7] };
    const { sessions, quarantine } = await readAll(
      'rasa',
      folder.write('log.json', JSON.stringify(batch)),
    );
    expect(sessions).toHaveLength(1);
    expect(quarantine.map(({ reason }) => reason)).toEqual([
      'Records[0]: expected an object',
      expect.stringMatching(/^no tracker event/),
      'Records[3]: expected an object',
    ]);
  });

  it('has no fault where nothing is inside on purpose', async () => {
    const control = {
      messageType: 'CONTROL_MESSAGE',
      logEvents: [{ id: '', timestamp: 1, message: 'CWL CONTROL MESSAGE: Checking health.' }],
    };
    const content = lines([control, { took: 1, hits: { hits: [] } }, ...events]);
    const { sessions, quarantine } = await readAll('rasa', folder.write('log.json', content));
    expect(sessions).toHaveLength(1);
    expect(quarantine).toEqual([]);
  });

  it('does not reach into the events: their own data are theirs', async () => {
    const inner = { ...events[1], data: { custom: { payload: { event: 'user', timestamp: 1 } } } };
    const content = [trackerDump([events[0], inner] as never)];
    const { sessions } = await readAll('rasa', folder.write('dump.json', content));
    expect(sessions[0]?.turns).toHaveLength(2);
  });
});

describe('a handoff that comes to nothing', () => {
  const asks = [
    user(1, 'a person please', intent('ask_for_agent')),
    event(2, 'flow_started', { flow_id: 'pattern_human_handoff' }),
  ];
  const answered = async (name: string) => {
    const says = event(3, 'bot', { text: 'So', metadata: { utter_action: name } });
    const { sessions } = await readAll(
      'rasa',
      folder.write('log.jsonl', brokerLines([...asks, says])),
    );
    return sessions[0]?.outcome;
  };

  it('is none', async () => {
    expect(await answered('utter_human_handoff_not_available')).not.toBe('escalated');
    expect(await answered('utter_human_handoff_cancelled')).not.toBe('escalated');
    expect(await answered('utter_transferring_to_human')).toBe('escalated');
  });
});
