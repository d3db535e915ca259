/** Training data is found in a folder as repositories and unpacked exports have it: beside other files, from whichever folder its paths start. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findTraining } from '../../src/vendors/find-training.js';
import { createFolder, type Folder } from '../ingest/reading.js';
import { sample as cognigy } from './cognigy/training-sample.js';
import { sample as genesys } from './genesys-cloud/training-sample.js';
import { sample as servicenow } from './servicenow/training-sample.js';

let folder: Folder;
beforeEach(() => {
  folder = createFolder();
});
afterEach(() => folder.remove());

const json = (path: string, value: unknown) => folder.write(path, JSON.stringify(value));

describe('training data in a folder', () => {
  it('is an unpacked Dialogflow ES agent, which says nothing but by its folders', async () => {
    const files = [
      json('bot/agent.json', { language: 'en' }),
      json('bot/intents/order.json', { name: 'order', fallbackIntent: false, responses: [] }),
      json('bot/intents/order_usersays_en.json', [{ data: [{ text: 'my order' }] }]),
      json('bot/intents/stop.json', { name: 'stop', fallbackIntent: false, responses: [] }),
      folder.write('README.md', 'A bot.\n'),
    ];
    const found = await findTraining(files);
    expect(found).toMatchObject({
      config: { format: 'dialogflow-es', path: `${folder.path}/bot` },
      intents: 2,
    });
  });

  it('is an unpacked Lex export of one language', async () => {
    const at = 'export/Bot/BotLocales/en_US';
    const intent = (name: string) =>
      json(`${at}/Intents/${name}/Intent.json`, { name, sampleUtterances: [{ utterance: 'hi' }] });
    const files = [
      json(`${at}/BotLocale.json`, { identifier: 'en_US' }),
      intent('Hello'),
      intent('Bye'),
    ];
    expect(await findTraining(files)).toMatchObject({
      config: { format: 'amazon-lex-v2' },
      intents: 2,
    });
  });

  it.each([
    ['cognigy', cognigy],
    ['servicenow', servicenow],
    ['genesys-cloud', genesys],
  ])('is a file of %s beside other tables', async (format, sample) => {
    const files = [
      folder.write('agents.csv', 'contact_id,reason,started_at\nc-1,sim,2026-03-02T09:00:00Z\n'),
      ...sample.files.map(({ path, text }) => folder.write(`bot/${path}`, text)),
    ];
    expect(await findTraining(files)).toMatchObject({
      config: { format, path: files[1], options: {} },
    });
  });

  it('is nothing where no file is of a known format', async () => {
    expect(
      await findTraining([json('agent.json', { name: 'an agent of another kind' })]),
    ).toBeNull();
  });
});
