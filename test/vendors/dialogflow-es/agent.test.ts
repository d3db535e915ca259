import { describe, expect, it } from 'vitest';
import { patch } from '../../../src/vendors/dialogflow-es/patch.js';
import { training } from '../../../src/vendors/dialogflow-es/training.js';
import type { TrainingFile } from '../../../src/vendors/vendor.js';
import { phrasesFor, withoutInsertion } from '../support/suggestions.js';

const json = (path: string, value: unknown): TrainingFile => ({
  path,
  text: JSON.stringify(value, null, 2),
});
const phrase = (...data: { text: string; alias?: string }[]) => ({
  id: '6f0a4f0e-6a55-4a53-9c3e-0e3a2f5b1d01',
  data: data.map((piece) => ({ ...piece, userDefined: piece.alias !== undefined })),
  isTemplate: false,
  count: 0,
  updated: 0,
});
const agent: TrainingFile[] = [
  json('agent.json', { language: 'en', mlMinConfidence: 0.3 }),
  // A colon of the name is another sign in the file's.
  json('intents/sim_tray.json', {
    name: 'sim:tray',
    fallbackIntent: false,
    responses: [
      {
        parameters: [
          {
            name: 'device',
            required: true,
            dataType: '@device',
            prompts: [{ lang: 'en', value: 'Which phone is it?' }],
          },
          { name: 'colour', required: false, dataType: '@sys.color' },
        ],
      },
    ],
  }),
  json('intents/sim_tray_usersays_en.json', [
    phrase({ text: 'my sim tray snapped off' }),
    phrase({ text: 'the drawer of my ' }, { text: 'Nova 6', alias: 'device' }, { text: ' broke' }),
    { ...phrase({ text: '@device is broken' }), isTemplate: true },
  ]),
  json('intents/sim_tray_usersays_de.json', [phrase({ text: 'das fach ist kaputt' })]),
  json('intents/order.status.json', { name: 'order.status', fallbackIntent: false, responses: [] }),
  json('intents/Default Fallback Intent.json', {
    name: 'Default Fallback Intent',
    fallbackIntent: true,
    responses: [{ parameters: [] }],
  }),
  json('entities/device.json', { name: 'device' }),
  json('entities/device_entries_en.json', [{ value: 'Nova 6', synonyms: ['nova six'] }]),
];
const read = (more: Record<string, unknown> = {}, files = agent) =>
  training.read(files, training.options.parse(more), 1);

describe("an agent's export", () => {
  it('is the same in folders that somebody wrote in capitals', () => {
    const capitals = agent.map(({ path, text }) => ({
      path: path.replace('intents/', 'Intents/').replace('entities/', 'Entities/'),
      text,
    }));
    expect(read({}, capitals)).toEqual(read());
  });

  it('is read by the names within: phrases joined from their pieces, templates left out', () => {
    expect(read()).toEqual({
      platform: 'dialogflow-es',
      botId: 'bot',
      readAt: 1,
      locale: 'en',
      confidenceThreshold: 0.3,
      fallbackAction: 'Default Fallback Intent',
      intents: [
        {
          name: 'sim:tray',
          examples: ['my sim tray snapped off', 'the drawer of my Nova 6 broke'],
          requiredSlots: ['device'],
        },
        { name: 'order.status', examples: [], requiredSlots: [] },
      ],
      slots: [
        {
          name: 'device',
          type: 'device',
          values: ['Nova 6'],
          prompts: ['Which phone is it?'],
          neededBy: ['sim:tray'],
        },
        { name: 'colour', type: 'sys.color', values: [], prompts: [], neededBy: [] },
      ],
    });
    expect(read({ language: 'de' }).intents[0]?.examples).toEqual(['das fach ist kaputt']);
    expect(() => read({}, agent.slice(0, 1))).toThrow('no Dialogflow ES intents');
  });

  it('keeps every byte but the new phrase, marked by its parameters, and takes it once', () => {
    const added = phrasesFor('sim:tray', [
      {
        text: 'Nova 6 drawer stuck',
        entities: [
          { slot: 'device', start: 0, end: 6 },
          { slot: 'unheard', start: 7, end: 13 },
        ],
      },
    ]);
    const { files, notes } = patch.patch([added], agent);
    expect(notes).toEqual([]);
    expect(files.map(({ path }) => path)).toEqual(['intents/sim_tray_usersays_en.json']);
    expect(withoutInsertion(agent[2]?.text ?? '', files[0]?.text ?? '')).toBe(agent[2]?.text);
    const item = JSON.parse(files[0]?.text ?? '').at(-1);
    expect(item.data).toEqual([
      { text: 'Nova 6', meta: '@device', alias: 'device', userDefined: true },
      { text: ' drawer stuck', userDefined: false },
    ]);
    expect(item.id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/);
    const after = agent.map((file) => files.find(({ path }) => path === file.path) ?? file);
    expect(patch.patch([added], after).files).toEqual([]);
  });

  it('gets phrases in the language that is read, in a file of their own where there is none', () => {
    const added = [
      phrasesFor('sim:tray', [{ text: 'kaputt' }]),
      phrasesFor('order.status', [{ text: 'wo ist es' }]),
    ];
    const { files } = patch.patch(added, agent, { language: 'de' });
    expect(files.map(({ path }) => path)).toEqual([
      'intents/sim_tray_usersays_de.json',
      'intents/order.status_usersays_de.json',
    ]);
    const german = agent.filter(({ path }) => !path.includes('usersays_en'));
    const [english] = patch.patch(added, german).files;
    expect(english?.path).toBe('intents/sim_tray_usersays_en.json');
    // Without agent.json nobody knows the language: the file that is there takes them.
    const [there] = patch.patch(added, german.slice(1)).files;
    expect(there?.path).toBe('intents/sim_tray_usersays_de.json');
  });

  it('has the phrases within the intent where api.ai exported it', () => {
    const order = {
      name: 'order',
      fallbackIntent: false,
      userSays: [phrase({ text: 'order a lamp' })],
      responses: [],
    };
    const older = [json('agent.json', { language: 'en' }), json('intents/order.json', order)];
    expect(read({}, older).intents[0]?.examples).toEqual(['order a lamp']);
    const { files } = patch.patch([phrasesFor('order', [{ text: 'get one' }])], older);
    expect(files.map(({ path }) => path)).toEqual(['intents/order.json']);
    expect(withoutInsertion(older[1]?.text ?? '', files[0]?.text ?? '')).toBe(older[1]?.text);
    expect(read({}, files).intents[0]?.examples).toEqual(['order a lamp', 'get one']);
  });

  it('has the fallback of the whole agent for what is none of its intents, not that of a follow-up', () => {
    const followUp = { name: 'a - fallback', parentId: '1', fallbackIntent: true, responses: [] };
    const inContext = {
      name: 'b - fallback',
      contexts: ['b'],
      fallbackIntent: true,
      responses: [],
    };
    const several = [
      json('intents/a - fallback.json', followUp),
      json('intents/b - fallback.json', inContext),
      ...agent,
    ];
    expect(read({}, several).fallbackAction).toBe('Default Fallback Intent');
    const outside = phrasesFor(undefined, [{ text: 'football' }], 'out_of_scope_phrases');
    expect(patch.patch([outside], several).files.map(({ path }) => path)).toEqual([
      'intents/Default Fallback Intent_usersays_en.json',
    ]);
  });

  it('needs a parameter once that an intent names twice', () => {
    const twice = JSON.parse(agent[1]?.text ?? '');
    twice.responses[0].parameters.push(twice.responses[0].parameters[0]);
    const { intents, slots } = read({}, [json('intents/sim_tray.json', twice)]);
    expect(intents[0]?.requiredSlots).toEqual(['device']);
    expect(slots[0]?.neededBy).toEqual(['sim:tray']);
  });

  it('gives an intent without phrases a file of them', () => {
    const { files } = patch.patch([phrasesFor('order.status', [{ text: 'where is it' }])], agent);
    expect(files[0]?.path).toBe('intents/order.status_usersays_en.json');
    expect(read({}, [...agent, ...files]).intents[1]?.examples).toEqual(['where is it']);
  });

  it('puts what is none of its intents into the fallback, and leaves out what can never be matched', () => {
    const { files, notes } = patch.patch(
      [
        phrasesFor(undefined, [{ text: 'football' }], 'out_of_scope_phrases'),
        phrasesFor('sim:tray', [{ text: 'x'.repeat(257) }]),
      ],
      agent,
    );
    expect(files.map(({ path }) => path)).toEqual([
      'intents/Default Fallback Intent_usersays_en.json',
    ]);
    expect(notes).toHaveLength(1);
  });
});
