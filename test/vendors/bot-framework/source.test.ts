import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createFolder, type Folder, readAll } from '../../ingest/reading.js';
import { activity, conversation, copilotRow } from './sample.js';

let folder: Folder;
beforeEach(() => {
  folder = createFolder();
});
afterEach(() => folder.remove());

const read = async (content: string | object[], options = {}) =>
  (await readAll('bot-framework', folder.write('log.json', content), options)).sessions;

describe('a Bot Framework transcript', () => {
  it('has who said what, what was understood, and where it was handed off', async () => {
    expect(await read(conversation)).toMatchObject([
      {
        sessionId: 'conv-5501',
        locale: 'en-US',
        outcome: 'escalated',
        handoff: { key: 'C-90017', target: 'devices', context: { level: 'transcript' } },
        turns: [
          {
            actor: 'customer',
            intent: {
              name: 'OrderStatus',
              confidence: 0.46,
              ranking: [{}, { name: 'ReportFault' }],
            },
          },
          { actor: 'bot', text: 'Sorry, I did not understand.' },
          { actor: 'customer', payload: true },
          // Looks as if the customer sent it, and is no words of theirs.
          { actor: 'system', action: 'handoff.initiate' },
          { actor: 'system', action: 'handoff.status' },
        ],
      },
    ]);
  });

  it('is the same as an array, as a file an activity, and twice delivered', async () => {
    const sessions = await read(conversation);
    expect(await read(JSON.stringify(conversation, null, 2))).toEqual(sessions);
    expect(await read([...conversation, ...conversation])).toEqual(sessions);
    conversation.forEach((one, i) => {
      folder.write(`webchat/conv/${i}.json`, JSON.stringify(one, null, '\t'));
    });
    expect((await readAll('bot-framework', `${folder.path}/webchat/**`)).sessions).toEqual(
      sessions,
    );
  });

  it('tells the bot without roles by what it answers, or by its id', async () => {
    const bare = [
      activity('09:00:00', { from: { id: 'u' }, recipient: { id: 'b' } }),
      activity('09:00:01', {
        from: { id: 'b' },
        recipient: { id: 'u' },
        replyToId: 'a1',
        text: 'Sorry?',
      }),
    ];
    const actors = async (options: object) =>
      (await read(bare, options))[0]?.turns.map(({ actor }) => actor);
    expect(await actors({})).toEqual(['customer', 'bot']);
    expect(await actors({ bot_id: 'b' })).toEqual(['customer', 'bot']);
  });

  it('knows a fallback by the reply that the config names', async () => {
    const handed = await read(conversation, { fallback_texts: ['Sorry, I did not understand.'] });
    expect(handed[0]?.turns[1]).toMatchObject({ action: 'fallback' });
  });

  it('reads the table of Copilot Studio, as rows of JSON or CSV', async () => {
    const expected = [
      {
        sessionId: 'conv-77',
        botId: 'Telco',
        outcome: 'escalated',
        turns: [
          { text: 'sim tray', intent: { name: 'Order status' } },
          { text: 'Which order?' },
          { slots: { order: {} } },
        ],
      },
    ];
    expect(await read([{ value: [copilotRow] }])).toMatchObject(expected);
    const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
    const csv = `Content,Metadata,Name\n${[copilotRow.content, copilotRow.metadata, copilotRow.name].map(quoted).join(',')}\n`;
    expect(await read(csv)).toMatchObject(expected);
  });
});

describe('a turn that throws', () => {
  it('is an error of the bot, as the templates of the framework report it', async () => {
    const path = folder.write('failed.jsonl', [
      activity('09:00:00'),
      activity('09:00:01', {
        type: 'trace',
        text: undefined,
        name: 'OnTurnError Trace',
        label: 'TurnError',
        valueType: 'https://www.botframework.com/schemas/error',
        value: 'TypeError: undefined',
      }),
    ]);
    const { sessions } = await readAll('bot-framework', path);
    expect(sessions[0]?.turns).toMatchObject([
      {},
      { action: 'OnTurnError Trace', error: expect.any(String) },
    ]);
  });
});
