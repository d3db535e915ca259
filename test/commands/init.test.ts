/** From a folder of two vendors' exports to a config that runs, without an edit. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadConfig } from '../../src/commands/command.js';
import { run as doctor } from '../../src/commands/doctor.js';
import { run as init } from '../../src/commands/init.js';
import { createFolder, type Folder } from '../ingest/reading.js';
import { sample as lex } from '../vendors/amazon-lex-v2/sample.js';
import { sample as bot } from '../vendors/bot-framework/sample.js';
import { sample as chatwoot } from '../vendors/chatwoot/sample.js';
import { sample as contacts } from '../vendors/contacts-csv/sample.js';
import { sample as cx } from '../vendors/dialogflow-cx/sample.js';
import { sample as es } from '../vendors/dialogflow-es/sample.js';
import { chatLens, connectRecord, contactId } from '../vendors/fixtures/connect.js';
import { brokerLines, conversation } from '../vendors/fixtures/rasa.js';
import { sample as genesys } from '../vendors/genesys-cloud/sample.js';
import { sample as salesforce } from '../vendors/salesforce/sample.js';
import { jsonLine, type SampleFile } from '../vendors/support/sample.js';
import { sample as flex } from '../vendors/twilio-flex/sample.js';
import { sample as vcon } from '../vendors/vcon/sample.js';
import { sample as watsonx } from '../vendors/watsonx/sample.js';
import { sample as webvtt } from '../vendors/webvtt/sample.js';
import { sample as zendesk } from '../vendors/zendesk/sample.js';

const rasa: SampleFile = {
  name: 'rasa/events.jsonl',
  content: brokerLines(conversation),
  broken: '',
};
const connect: SampleFile = {
  name: 'connect/records.json',
  content: jsonLine(connectRecord()),
  broken: '',
  beside: { [`lens/${contactId}_analysis_2026-03-02T09_13_20Z.json`]: jsonLine(chatLens) },
};

/** A day above 12 tells days from months; without one, no pattern is proposed. */
const dated = { ...contacts, content: contacts.content.replaceAll('02/03/2026', '16/03/2026') };

let folder: Folder;
beforeEach(() => {
  folder = createFolder();
});
afterEach(() => folder.remove());

const outside = () => ({
  cwd: folder.path,
  environment: { HANDBACK_KEY: 'a key for tests only, sixteen up' },
  now: () => Date.parse('2026-03-03T03:00:00Z'),
  progress: () => undefined,
  log: () => undefined,
  stopRequested: new Promise<void>(() => undefined),
});

function put(...samples: SampleFile[]): void {
  for (const { name, content, beside = {} } of samples)
    for (const [file, text] of Object.entries({ [name]: content, ...beside }))
      folder.write(`exports/${file}`, text);
}

interface Seen {
  what: string;
  problem: string | null;
  seen?: string[];
}

describe('handback init with a folder', () => {
  it.each([
    ['Lex and Connect', [{ ...lex, beside: {} }, connect], ['amazon-connect', 'amazon-lex-v2']],
    ['Dialogflow CX and Genesys', [cx, genesys], ['dialogflow-cx', 'genesys-cloud']],
    ['Rasa and Zendesk', [rasa, zendesk], ['rasa', 'zendesk']],
    ['Copilot Studio and Salesforce', [bot, salesforce], ['bot-framework', 'salesforce']],
    ['watsonx and Twilio Flex', [watsonx, flex], ['twilio-flex', 'watsonx']],
    ['Dialogflow ES and Chatwoot', [es, chatwoot], ['chatwoot', 'dialogflow-es']],
    ['vCon and a table', [vcon, dated], ['contacts-csv', 'vcon']],
    ['Rasa and WebVTT', [rasa, webvtt], ['rasa', 'webvtt']],
  ])('proposes a config for %s that reads every record', async (_, samples, formats) => {
    put(...(samples as SampleFile[]));
    await init({ folder: 'exports' }, outside());
    const config = loadConfig({}, outside());
    expect(config.sources.map(({ format }) => format).sort()).toEqual(formats);
    const { data } = await doctor({}, outside());
    const sources = (data as { checks: Seen[] }).checks.filter(({ what }) =>
      what.startsWith('source '),
    );
    expect(sources.map(({ problem }) => problem)).toEqual(sources.map(() => null));
    expect(
      sources.flatMap(({ seen }) => seen ?? []).filter((line) => /cannot be read/.test(line)),
    ).toEqual([]);
  });

  it('proposes a folder whose name has a dollar sign so that it is read', async () => {
    put({ ...zendesk, name: `$RECYCLE.BIN/${zendesk.name}` });
    await init({ folder: 'exports' }, outside());
    const [source] = loadConfig({}, outside()).sources;
    expect(source?.path).toContain('/exports/$RECYCLE.BIN/');
  });

  it('joins what lies beside a source to it, and a bot log with the records that say what was queued', async () => {
    put({ ...lex, beside: {} }, connect, zendesk);
    await init({ folder: 'exports' }, outside());
    const options = new Map(
      loadConfig({}, outside()).sources.map((one) => [one.format, one.options]),
    );
    expect(options.get('amazon-connect')).toEqual({
      // A folder of their own: what the next days put there is read too.
      contact_lens: '../lens/*.json',
    });
    expect(options.get('amazon-lex-v2')).toEqual({ connect_records: '../connect/records.json' });
    expect(options.get('zendesk')).toEqual({ comments: 'comments/*.json' });
  });

  it('takes the transcripts of later days as well, and their sidecars for part of them', async () => {
    // Another format would read it, and the contact would be there twice.
    const written = { type: 'agent_contact', started_at: '2026-03-02T09:00:00Z' };
    put(rasa, webvtt);
    folder.write('exports/calls/77ae.vtt', webvtt.content);
    folder.write('exports/calls/77ae.json', [written]);
    const { text } = await init({ folder: 'exports' }, outside());
    expect(text).not.toMatch(/left out/);
    expect(loadConfig({}, outside()).sources).toMatchObject([
      { format: 'webvtt', path: join(folder.path, 'exports/calls/*.vtt'), options: {} },
      { format: 'rasa' },
    ]);
  });

  it('finds training data, and the slots by which agents check identity', async () => {
    put(rasa);
    folder.write(
      'exports/bot/domain.yml',
      'intents: [order_status]\nslots:\n  date_of_birth:\n    type: text\n    mappings:\n    - type: from_text\n',
    );
    folder.write(
      'exports/bot/data/nlu.yml',
      'nlu:\n- intent: order_status\n  examples: |\n    - where is it\n    - my parcel\n',
    );
    await init({ folder: 'exports' }, outside());
    const config = loadConfig({}, outside());
    expect(config.trainingData).toMatchObject({
      format: 'rasa',
      path: join(folder.path, 'exports/bot'),
    });
    expect(config.detect.verificationSlots).toEqual(['date_of_birth']);
  });

  it('keeps the comments of the config, and says which files it does not know', async () => {
    put(rasa);
    folder.write('exports/notes/readme.txt', 'nothing of ours\n');
    const { text } = await init({ folder: 'exports' }, outside());
    expect(text).toMatch(/left out, no known format: exports\/notes\/readme\.txt$/m);
    expect(text).toMatch(/no agent records/);
    expect(text).not.toMatch(/no bot log/);
    expect(readFileSync(join(folder.path, 'config/handback.yaml'), 'utf8')).toMatch(
      /# Who owns the journey/,
    );
  });

  it('writes nothing where it knows no file', async () => {
    folder.write('exports/readme.txt', 'nothing\n');
    await expect(init({ folder: 'exports' }, outside())).rejects.toThrow(
      /no file of a format that is known/,
    );
    expect(existsSync(join(folder.path, 'config/handback.yaml'))).toBe(false);
  });
});

describe('handback doctor', () => {
  it('says what is in a source, how the sides join, and what it could not read', async () => {
    put({ ...lex, beside: {}, content: lex.content + lex.broken }, connect);
    await init({ folder: 'exports' }, outside());
    const { text } = await doctor({}, outside());
    expect(text).toMatch(/2 sessions, 1 handed off \(user_request 1\), 1 with a key/);
    expect(text).toMatch(/1 of 1 handoffs \(100 %\) share a key/);
    expect(text).toMatch(/1 x timestamp: expected/);
  });

  it('is not content with a source in which nothing can be read', async () => {
    put(rasa);
    await init({ folder: 'exports' }, outside());
    folder.write('exports/rasa/events.jsonl', 'no JSON at all\n');
    const { text, exitCode } = await doctor({}, outside());
    expect(text).toMatch(/WRONG source rasa: .*no record in it that can be read/);
    expect(exitCode).toBe(1);
  });

  it('says of a file that a folder is meant', async () => {
    const file = folder.write('exports/survey.csv', 'contact_id,score\n1,5\n');
    await expect(init({ folder: file }, outside())).rejects.toThrow(/is a file; name the folder/);
  });
});
