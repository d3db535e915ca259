import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createFolder, type Folder, readAll } from '../../ingest/reading.js';
import { at } from '../support/sample.js';
import { messages, task } from './sample.js';

let folder: Folder;
beforeEach(() => {
  folder = createFolder();
});
afterEach(() => folder.remove());

const read = async (content: object[], options = {}) =>
  (await readAll('twilio-flex', folder.write('tasks.json', content), options)).contacts;

describe('a Twilio Flex task', () => {
  it('has its attributes out of the text in it, and the words after the bot', async () => {
    folder.write('m.json', JSON.stringify({ messages }));
    expect(await read([task('17')], { messages: 'm.json' })).toMatchObject([
      {
        contactId: 'WT17',
        startedAt: Date.parse(at('09:01:18')),
        answeredAt: Date.parse(at('09:02:11')),
        endedAt: Date.parse(at('09:13:20')),
        origin: 'bot',
        handoffKey: 's-17',
        queue: 'Devices',
        agentId: 'sam',
        outcome: { reason: 'sim_tray' },
        turns: [{ actor: 'system' }, { actor: 'agent' }, { actor: 'customer' }],
      },
    ]);
  });

  it('is the same in the names of the SDK', async () => {
    const camel = Object.fromEntries(
      Object.entries(task('17')).map(([key, value]) => [
        key.replace(/_(\w)/g, (_, one: string) => one.toUpperCase()),
        value,
      ]),
    );
    expect(await read([camel])).toEqual(await read([task('17')]));
  });

  it('falls back to its conversation for the key, and to its reason for the outcome', async () => {
    const [contact] = await read([task('17', { conversations: {} })]);
    expect(contact).toMatchObject({
      handoffKey: 'CH17',
      origin: 'unknown',
      outcome: { reason: 'resolved' },
    });
  });

  it('loses no task whose attributes are no JSON', async () => {
    expect(await read([task('17', {}, { attributes: '{broken' })])).toHaveLength(1);
  });
});
