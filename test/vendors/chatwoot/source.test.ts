import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createFolder, type Folder, readAll } from '../../ingest/reading.js';
import { at } from '../support/sample.js';
import { conversation, messages } from './sample.js';

let folder: Folder;
beforeEach(() => {
  folder = createFolder();
});
afterEach(() => folder.remove());

const read = async (content: object[], options = {}) =>
  (await readAll('chatwoot', folder.write('conversations.json', content), options)).contacts;

describe('a Chatwoot conversation', () => {
  it('begins for the agents where the bot ends, and has the survey in it', async () => {
    const contacts = await read([
      { data: { meta: {}, payload: [conversation(77, { messages })] } },
    ]);
    expect(contacts).toMatchObject([
      {
        contactId: '77',
        startedAt: Date.parse(at('09:00:08')),
        answeredAt: Date.parse(at('09:02:11')),
        origin: 'bot',
        handoffKey: 's-77',
        queue: 'Devices',
        outcome: { reason: 'sim_tray', resolved: true, csat: 75 },
      },
    ]);
    expect(contacts[0]?.turns.map(({ actor }) => actor)).toEqual([
      'system',
      'system',
      'agent',
      'system',
      'customer',
      'system',
    ]);
    expect(contacts[0]?.turns[2]?.text).toBe('What is your number?');
  });

  it('has each message once where they lie in two files', async () => {
    folder.write('m.json', JSON.stringify({ meta: {}, payload: messages }));
    const both = await read([conversation(77, { messages: messages.slice(-2) })], {
      messages: 'm.json',
    });
    expect(both[0]?.turns).toEqual((await read([conversation(77, { messages })]))[0]?.turns);
  });

  it('is none of a bot where none spoke', async () => {
    const own = messages.filter(({ id }) => id !== 2);
    expect(await read([conversation(77, { messages: own })])).toMatchObject([
      { origin: 'unknown', startedAt: Date.parse(at('09:00:00')) },
    ]);
  });
});
