import { describe, expect, it } from 'vitest';
import { patch } from '../../../src/vendors/dialogflow-cx/patch.js';
import { training } from '../../../src/vendors/dialogflow-cx/training.js';
import type { TrainingFile } from '../../../src/vendors/vendor.js';
import { phrasesFor, withoutInsertion } from '../support/suggestions.js';

const json = (path: string, value: unknown): TrainingFile => ({
  path,
  text: JSON.stringify(value, null, 2),
});
const phrases = (...texts: string[]) => ({
  trainingPhrases: texts.map((text) => ({
    parts: [{ text, auto: true }],
    repeatCount: 1,
    languageCode: 'en',
  })),
});
const folder = 'intents/sim.tray_damaged';
const agent: TrainingFile[] = [
  json('agent.json', {
    defaultLanguageCode: 'en',
    nluSettings: { classificationThreshold: 0.4 },
  }),
  json(`${folder}/sim.tray_damaged.json`, {
    displayName: 'sim.tray_damaged',
    description: 'The tray is broken.',
    parameters: [{ id: 'device', entityType: '@device' }],
  }),
  json(`${folder}/trainingPhrases/en.json`, phrases('my sim tray snapped off')),
  json('intents/bare/bare.json', { displayName: 'bare' }),
  json('intents/Default Negative Intent/Default Negative Intent.json', {
    displayName: 'Default Negative Intent',
  }),
  json('intents/Default Negative Intent/trainingPhrases/en.json', phrases('tell me a joke')),
  json('entityTypes/device/entities/en.json', { entities: [{ value: 'Nova 6' }] }),
  json('flows/Default Start Flow/Default Start Flow.json', {
    displayName: 'Default Start Flow',
    transitionRoutes: [{ intent: 'sim.tray_damaged', targetPage: 'Repair' }],
  }),
  json('flows/Default Start Flow/pages/Repair.json', {
    displayName: 'Repair',
    form: {
      parameters: [
        {
          displayName: 'device',
          required: true,
          entityType: '@device',
          fillBehavior: {
            initialPromptFulfillment: { messages: [{ text: { text: ['Which phone is it?'] } }] },
          },
        },
      ],
    },
  }),
];
const read = (files = agent) => training.read(files, training.options.parse({}), 1);

describe("an agent's package", () => {
  it('is read with its phrases, and the forms of the pages that an intent leads to', () => {
    expect(read()).toEqual({
      platform: 'dialogflow-cx',
      botId: 'bot',
      readAt: 1,
      locale: 'en',
      confidenceThreshold: 0.4,
      intents: [
        {
          name: 'sim.tray_damaged',
          description: 'The tray is broken.',
          examples: ['my sim tray snapped off'],
          requiredSlots: ['device'],
        },
        { name: 'bare', examples: [], requiredSlots: [] },
      ],
      slots: [
        {
          name: 'device',
          type: 'device',
          values: ['Nova 6'],
          prompts: ['Which phone is it?'],
          neededBy: ['sim.tray_damaged'],
        },
      ],
    });
    expect(() => read(agent.slice(0, 1))).toThrow('no Dialogflow CX intents');
  });

  const added = phrasesFor('sim.tray_damaged', [
    { text: 'Nova 6, the drawer', entities: [{ slot: 'device', start: 0, end: 6 }] },
  ]);

  it('keeps every byte but the new phrase, and has it as a row of a CSV for MERGE, too', () => {
    const { files, notes } = patch.patch([added], agent);
    expect(notes).toEqual([]);
    expect(withoutInsertion(agent[2]?.text ?? '', files[0]?.text ?? '')).toBe(agent[2]?.text);
    expect(JSON.parse(files[0]?.text ?? '').trainingPhrases[1]).toEqual({
      parts: [
        { text: 'Nova 6', parameterId: 'device', auto: true },
        { text: ', the drawer', auto: true },
      ],
      repeatCount: 1,
      languageCode: 'en',
    });
    expect(files[1]).toEqual({
      path: 'phrases-to-add.csv',
      text: 'Intent Display Name,Language,Phrase\nsim.tray_damaged,en,"Nova 6, the drawer"\n',
    });
    const after = agent.map((file) => files.find(({ path }) => path === file.path) ?? file);
    expect(patch.patch([added], after).files).toEqual([]);
  });

  it('gets no phrase that a spreadsheet would run in the CSV, and the same in both', () => {
    const formula = phrasesFor('sim.tray_damaged', [{ text: '=HYPERLINK(1)' }, { text: '2 + 2' }]);
    const { files } = patch.patch([formula], agent);
    expect(files[1]?.text).toBe(
      'Intent Display Name,Language,Phrase\nsim.tray_damaged,en,HYPERLINK(1)\nsim.tray_damaged,en,2 + 2\n',
    );
    const { trainingPhrases } = JSON.parse(files[0]?.text ?? '');
    expect(
      trainingPhrases.slice(1).map(({ parts }: { parts: { text: string }[] }) => parts[0]?.text),
    ).toEqual(['HYPERLINK(1)', '2 + 2']);
  });

  it('has what is none of its intents as negative examples', () => {
    const outside = phrasesFor(
      undefined,
      [{ text: 'Tell me a joke' }, { text: 'football' }],
      'out_of_scope_phrases',
    );
    const { files } = patch.patch([outside], agent);
    expect(JSON.parse(files[0]?.text ?? '').trainingPhrases).toHaveLength(2);
    expect(files[0]?.path).toBe('intents/Default Negative Intent/trainingPhrases/en.json');
  });

  it('gets phrases in the language that is read, whichever file comes first', () => {
    const several = [
      ...agent,
      json(`${folder}/trainingPhrases/de.json`, phrases('das fach ist kaputt')),
      json('intents/bare/trainingPhrases/de.json', phrases('das wort')),
    ].sort((a, b) => (a.path < b.path ? -1 : 1));
    const both = [added, phrasesFor('bare', [{ text: 'words' }])];
    const { files, notes } = patch.patch(both, several);
    expect(files.map(({ path }) => path)).toEqual([
      `${folder}/trainingPhrases/en.json`,
      'phrases-to-add.csv',
    ]);
    expect(notes).toEqual([
      'bare: has no file of phrases in en in the package; import phrases-to-add.csv instead',
    ]);
    const german = patch.patch([added], several, { language: 'de' }).files;
    expect(german[0]?.path).toBe(`${folder}/trainingPhrases/de.json`);
    expect(german[1]?.text).toContain('sim.tray_damaged,de,');
  });

  it.each([
    'flows/Default Start Flow/transitionRouteGroups/common.json',
    'agentTransitionRouteGroups/common.json',
  ])('has routes in groups, too: %s', (path) => {
    const [flow, group] = [
      'flows/Default Start Flow/Default Start Flow.json',
      json(path, { transitionRoutes: [{ intent: 'bare', targetPage: 'Repair' }] }),
    ];
    const { intents } = read([...agent.filter((file) => file.path !== flow), group]);
    expect(intents.filter((one) => one.requiredSlots.length > 0).map(({ name }) => name)).toEqual([
      'bare',
    ]);
    expect(training.takes(path)).toBe(true);
  });

  it('says of an intent without a file of phrases that the CSV has them', () => {
    const { files, notes } = patch.patch([phrasesFor('bare', [{ text: 'words' }])], agent);
    expect(files.map(({ path }) => path)).toEqual(['phrases-to-add.csv']);
    expect(notes).toEqual([
      'bare: has no file of phrases in en in the package; import phrases-to-add.csv instead',
    ]);
  });
});
