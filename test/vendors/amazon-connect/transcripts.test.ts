import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createFolder, type Folder, readAll } from '../../ingest/reading.js';
import { connectRecord, contactId } from '../fixtures/connect.js';

let folder: Folder;
beforeEach(() => {
  folder = createFolder();
});
afterEach(() => folder.remove());

const read = (records: object[] = [connectRecord()]) =>
  readAll('amazon-connect', folder.write('records/day.json', records), {
    contact_lens: '../words/*.json',
  });
const said = async () => (await read()).contacts[0]?.turns.map(({ text }) => text);

const item = (Content: string, time: string, more: object = {}) => ({
  Id: time,
  Type: 'MESSAGE',
  ContentType: 'text/plain',
  ParticipantRole: 'AGENT',
  AbsoluteTime: `2026-03-02T09:${time}.000Z`,
  Content,
  ...more,
});

describe('real-time segments', () => {
  const segment = (Transcript: object) => ({ ContactId: contactId, Segments: [{ Transcript }] });
  const spoken = (Content: string, BeginOffsetMillis: number, role: string, Sentiment: string) => ({
    Id: String(BeginOffsetMillis),
    ParticipantId: role,
    ParticipantRole: role,
    Content,
    BeginOffsetMillis,
    Sentiment,
  });

  it('are the turns of their contact, however many records they came in and however often', async () => {
    const last = segment(spoken('it is the tray', 3000, 'CUSTOMER', 'NEGATIVE'));
    const stream = [
      { ContactId: contactId, EventType: 'STARTED' },
      { ContactId: contactId, Segments: [{ Utterance: { PartialContent: 'Hel' } }] },
      last,
      segment(spoken('Hello', 200, 'AGENT', 'NEUTRAL')),
      last,
      { ContactId: contactId, Segments: [{ Categories: { MatchedCategories: ['late'] } }] },
      { ContactId: 'somebody-else', Segments: [{ Transcript: item('No', '03:00') }] },
    ];
    folder.write('words/stream.json', stream);
    const { contacts, quarantine } = await read();
    expect(quarantine).toEqual([]);
    expect(contacts[0]?.turns).toMatchObject([
      { at: Date.parse('2026-03-02T09:02:00.200Z'), actor: 'agent', text: 'Hello' },
      { actor: 'customer', text: 'it is the tray', sentiment: -1 },
    ]);
  });

  it('of a chat have their time elsewhere, and come in Base64 from a stream', async () => {
    const { AbsoluteTime, ...rest } = item('Hello', '02:11');
    const record = {
      ContactId: contactId,
      Segments: [{ Transcript: { ...rest, Time: { AbsoluteTime } } }],
    };
    const data = Buffer.from(JSON.stringify(record)).toString('base64');
    folder.write('words/stream.json', [{ Records: [{ kinesis: { data } }] }]);
    expect(await said()).toEqual(['Hello']);
  });
});

describe('a transcript', () => {
  const Transcript = [item('Hello', '02:11'), item('Anything else?', '04:00')];

  it('is told by the name of its file where it does not say whose it is', async () => {
    folder.write(`words/answer-${contactId}.json`, [{ Transcript, InitialContactId: 'another' }]);
    expect(await said()).toEqual(['Hello', 'Anything else?']);
  });

  it("is the first contact's where neither says more, its pages put together", async () => {
    folder.write('words/1.json', [
      { InitialContactId: contactId, Transcript: Transcript.slice(1) },
    ]);
    folder.write('words/2.json', [{ InitialContactId: contactId, Transcript }]);
    expect(await said()).toEqual(['Hello', 'Anything else?']);
  });

  it('is put together of the messages of a stream', async () => {
    const Message = (one: object) => JSON.stringify({ ...one, ContactId: contactId });
    folder.write(
      'words/sns.json',
      Transcript.map((one) => ({ Type: 'Notification', Message: Message(one) })),
    );
    expect(await said()).toEqual(['Hello', 'Anything else?']);
  });

  it('keeps what was said twice', async () => {
    const again = { ...item('Hello', '02:12'), Id: '02:11' };
    folder.write('words/1.json', [{ ContactId: contactId, Transcript: [...Transcript, again] }]);
    expect(await said()).toEqual(['Hello', 'Hello', 'Anything else?']);
  });

  it('that nothing says the contact of is told once, and the contacts stay', async () => {
    const analysis = { JobName: 'j', Transcript: [{ Content: 'Hello', BeginOffsetMillis: 1 }] };
    for (const name of ['a', 'b']) folder.write(`words/${name}.json`, [analysis]);
    const { contacts, quarantine } = await read();
    expect(contacts).toMatchObject([{ turns: [] }]);
    expect(quarantine.map(({ reason }) => reason)).toEqual([
      'contact_lens: nothing says which contact a.json is of',
    ]);
  });

  it('has of a carousel and of JSON for machines what is shown', async () => {
    const ContentType = 'application/vnd.amazonaws.connect.message.interactive';
    const card = (title: string) => ({ templateType: 'Panel', data: { content: { title } } });
    const carousel = {
      data: { content: { title: 'Which?', elements: [card('Red'), card('Blue')] } },
    };
    folder.write('words/1.json', [
      {
        ContactId: contactId,
        Transcript: [
          item(JSON.stringify(carousel), '02:11', { ContentType }),
          item('{"event": "typing"}', '02:12', { ContentType: 'application/json' }),
        ],
      },
    ]);
    expect(await said()).toEqual(['Which? (Red, Blue)']);
  });
});
