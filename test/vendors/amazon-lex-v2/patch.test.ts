import { unzipSync, zipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Suggestion } from '../../../src/domain/suggestion.js';
import { importFiles } from '../../../src/publish/publish.js';
import { patch } from '../../../src/vendors/amazon-lex-v2/patch.js';
import { readTraining, trainingFiles } from '../../../src/vendors/training.js';
import { createFolder, type Folder } from '../../ingest/reading.js';

let folder: Folder;
beforeEach(() => {
  folder = createFolder();
});
afterEach(() => folder.remove());

const intent = (name: string, utterances: string[] | null, more: object = {}) =>
  JSON.stringify(
    {
      name,
      identifier: 'K3PZ8QW2RT',
      parentIntentSignature: null,
      sampleUtterances: utterances?.map((utterance) => ({ utterance })) ?? null,
      slotPriorities: [{ priority: 1, slotName: 'Device' }],
      ...more,
    },
    null,
    2,
  );
const locale = 'Telco/BotLocales/en_US';
const entries: Record<string, string> = {
  'Manifest.json': '{"metaData":{"schemaVersion":"1","fileFormat":"LexJson","resourceType":"BOT"}}',
  'Telco/Bot.json': '{"name":"Telco","version":"DRAFT"}',
  [`${locale}/BotLocale.json`]: '{"identifier":"en_US","nluConfidenceThreshold":0.4}',
  [`${locale}/Intents/SimTray/Intent.json`]: intent('SimTray', [
    'my sim tray snapped off',
    'the {Device} tray',
  ]),
  [`${locale}/Intents/SimTray/Slots/Device/Slot.json`]: JSON.stringify({
    name: 'Device',
    slotTypeName: 'DeviceType',
    valueElicitationSetting: {
      slotConstraint: 'Required',
      promptSpecification: {
        messageGroupsList: [{ message: { plainTextMessage: { value: 'Which device?' } } }],
      },
    },
  }),
  [`${locale}/Intents/FallbackIntent/Intent.json`]: intent('FallbackIntent', null, {
    parentIntentSignature: 'AMAZON.FallbackIntent',
  }),
};
const bytesOf = (text: string) => Buffer.from(text, 'utf8');
const zip = (files = entries) =>
  Buffer.from(
    zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, bytesOf(text)]))),
  );

const suggestion = (texts: string[], more: Partial<Suggestion> = {}) =>
  ({
    id: 'S-1',
    kind: 'add_phrases',
    intent: 'SimTray',
    change: 'Add them.',
    phrases: texts.map((text) => ({ text, entities: [], sources: [] })),
    gate: { verdict: 'pass', reason: '' },
    review: { decision: 'accepted' },
    ...more,
  }) as unknown as Suggestion;
const added = suggestion(['my Nova is broken', 'odd {braces} here']);
added.phrases[0]?.entities.push({ slot: 'Device', start: 3, end: 7 });

const config = () => ({
  format: 'amazon-lex-v2',
  path: folder.write('bot.zip', zip()),
  options: {},
});

describe('a Lex V2 export', () => {
  it('is read out of its ZIP', async () => {
    expect(await readTraining(config())).toMatchObject({
      botId: 'Telco',
      locale: 'en-US',
      confidenceThreshold: 0.4,
      fallbackAction: 'FallbackIntent',
      intents: [
        {
          name: 'SimTray',
          examples: ['my sim tray snapped off', 'the device tray'],
          requiredSlots: ['Device'],
        },
      ],
      slots: [
        { name: 'Device', type: 'DeviceType', prompts: ['Which device?'], neededBy: ['SimTray'] },
      ],
    });
  });

  it('comes back whole, with the new utterances and every other byte as it was, the same each time', async () => {
    const training = await trainingFiles(config());
    const outputs = () => importFiles([added], { training, vendor: 'amazon-lex-v2' });
    const [output] = outputs();
    expect(output?.path).toBe('import/amazon-lex-v2/bot.zip');
    expect(outputs()[0]?.bytes).toEqual(output?.bytes);
    const written = Object.fromEntries(
      Object.entries(unzipSync(output?.bytes ?? new Uint8Array())).map(([name, content]) => [
        name,
        Buffer.from(content).toString('utf8'),
      ]),
    );
    const { [`${locale}/Intents/SimTray/Intent.json`]: changed = '', ...others } = written;
    const { [`${locale}/Intents/SimTray/Intent.json`]: before = '', ...untouched } = entries;
    expect(others).toEqual(untouched);
    expect(JSON.parse(changed).sampleUtterances.slice(2)).toEqual([
      { utterance: 'my {Device} is broken' },
      { utterance: 'odd braces here' },
    ]);
    expect(
      changed.split('\n').filter((line) => !before.includes(line.replace(/,$/, ''))),
    ).toHaveLength(2);
  });

  it('takes utterances in the locale that is read', async () => {
    const german = 'Telco/BotLocales/de_DE/Intents/SimTray/Intent.json';
    const path = folder.write(
      'two.zip',
      zip({ ...entries, [german]: intent('SimTray', ['kaputt']) }),
    );
    const options = { locale: 'en_US' };
    const training = await trainingFiles({ format: 'amazon-lex-v2', path, options });
    const changed = (more: Record<string, unknown>) =>
      patch.patch([added], training, more).files.map((file) => file.path.split('!/')[1]);
    expect(changed(options)).toEqual([`${locale}/Intents/SimTray/Intent.json`]);
    expect(changed({ locale: 'de_DE' })).toEqual([german]);
    const [output] = importFiles([added], { training, vendor: 'amazon-lex-v2', options });
    const written = unzipSync(output?.bytes ?? new Uint8Array());
    expect(Buffer.from(written[german] ?? []).toString()).toBe(intent('SimTray', ['kaputt']));
  });

  it('has the values of its own slot types, and utterances without blanks around them', async () => {
    const type = {
      name: 'DeviceType',
      slotTypeValues: [{ sampleValue: { value: 'Nova 6' }, synonyms: [{ value: 'nova six' }] }],
    };
    const more = {
      ...entries,
      [`${locale}/SlotTypes/DeviceType/SlotType.json`]: JSON.stringify(type),
      'Telco/BotLocales/de_DE/SlotTypes/DeviceType/SlotType.json': '{"name":"DeviceType"}',
      [`${locale}/Intents/Order/Intent.json`]: intent('Order', [' order a tray ']),
    };
    const path = folder.write('types.zip', zip(more));
    const { intents, slots } = await readTraining({ format: 'amazon-lex-v2', path, options: {} });
    expect(slots[0]?.values).toEqual(['Nova 6']);
    expect(intents.find(({ name }) => name === 'Order')?.examples).toEqual(['order a tray']);
  });

  it('names a slot once in an utterance, where its value comes twice', async () => {
    const twice = suggestion(['Nova or Lite tray']);
    twice.phrases[0]?.entities.push(
      { slot: 'Device', start: 0, end: 4 },
      { slot: 'Device', start: 8, end: 12 },
    );
    const { files } = patch.patch([twice], await trainingFiles(config()));
    expect(files[0]?.text).toContain('"{Device} or Lite tray"');
  });

  it('changes nothing on the second run', async () => {
    const training = await trainingFiles(config());
    const { files } = patch.patch([added], training);
    const again = training.map((one) => files.find(({ path }) => path === one.path) ?? one);
    expect(patch.patch([added], again).files).toEqual([]);
  });

  it('gives the fallback nothing, and no phrase to two intents', async () => {
    const training = await trainingFiles(config());
    const { files, notes } = patch.patch(
      [
        suggestion(['a joke'], { kind: 'out_of_scope_phrases' }),
        suggestion(['hello'], { intent: 'FallbackIntent' }),
        suggestion(['MY sim tray snapped off']),
      ],
      training,
    );
    expect(files).toEqual([]);
    expect(notes).toHaveLength(2);
  });

  it.each([
    ['climbs out', () => zip({ ...entries, '../../evil.json': '{}' }), /leads out of it/],
    ['stands at the root', () => zip({ '/etc/passwd': 'x' }), /leads out of it/],
    [
      'blows up',
      () => zip({ ...entries, 'big.json': 'a'.repeat(40 * 1024 * 1024) }),
      /more than an export can be/,
    ],
    ['is none', () => Buffer.from('PK but no zip'), /no readable ZIP/],
  ])('is refused where it %s', async (_, content, reason) => {
    const path = folder.write('bot.zip', content());
    await expect(trainingFiles({ format: 'amazon-lex-v2', path, options: {} })).rejects.toThrow(
      reason,
    );
  });
});
