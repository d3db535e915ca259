import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { patch } from '../../../src/vendors/genesys-cloud/patch.js';
import { options, training } from '../../../src/vendors/genesys-cloud/training.js';
import { phrasesFor, withoutInsertion } from '../support/suggestions.js';
import { version } from './training-sample.js';

const file = (content: unknown, path = 'version.json') => ({
  path,
  text: typeof content === 'string' ? content : `${JSON.stringify(content, null, 2)}\n`,
});
const read = (content: unknown, given: Record<string, unknown> = {}) =>
  training.read([file(content)], options.parse(given), 1);
const added = phrasesFor('SimTrayDamaged', [
  {
    text: '😀 on my Nova 6 the tray is out',
    entities: [
      { slot: 'device', start: 9, end: 15 },
      { slot: 'order_number', start: 16, end: 19 },
    ],
  },
]);
const upload = 'after the upload the version must be trained and published';

describe('a version of an NLU domain', () => {
  it('is read with its intents, utterances and entities', () => {
    expect(read(version)).toEqual({
      platform: 'genesys-cloud',
      botId: 'bot',
      readAt: 1,
      locale: 'en-us',
      intents: [
        {
          name: 'SimTrayDamaged',
          description: 'The tray is broken.',
          examples: ['my sim tray snapped off', 'the sim drawer on my Nova 6 is broken'],
          requiredSlots: [],
        },
        { name: 'TrackOrder', examples: ['where is my parcel'], requiredSlots: [] },
      ],
      slots: [
        { name: 'device', type: 'DeviceType', values: ['Nova 6'], prompts: [], neededBy: [] },
        {
          name: 'order_number',
          type: 'builtin:number',
          values: [],
          prompts: [],
          neededBy: [],
        },
      ],
    });
  });

  it('is read in the language that the options name', () => {
    const { locale, intents } = read(version, { language: 'de' });
    expect(locale).toBe('de');
    expect(intents.map(({ examples }) => examples)).toEqual([
      ['mein SIM-Fach ist abgebrochen'],
      [],
    ]);
  });

  it.each([
    ['a conversation', { conversationId: 'c', participants: [{ sessions: [{ segments: [] }] }] }],
    ['what was detected in a turn', { intents: [{ name: 'a', probability: 1 }], segments: [] }],
    ['a version without utterances', { ...version, intents: [{ name: 'a', segments: [] }] }],
  ])('is not what is known for it: %s', (_, content) => {
    expect(training.recognises?.(file(content))).toBe(false);
  });

  it('gets an utterance at the end of its list, in segments, and no other byte is changed', () => {
    const before = file(version);
    const { files, notes } = patch.patch([added], [before]);
    const after = files[0]?.text ?? '';
    expect(withoutInsertion(before.text, after)).toBe(before.text);
    expect(JSON.parse(after).intents[0].utterances[2]).toEqual({
      source: 'User',
      segments: [
        { text: '😀 on my ' },
        { text: 'Nova 6', entity: { name: 'device' } },
        { text: ' the tray is out' },
      ],
    });
    expect(notes).toEqual([upload]);
    expect(patch.patch([added], files)).toEqual({ files: [], notes: [] });
  });

  it('marks what an intent binds to a type', () => {
    const number = phrasesFor('TrackOrder', [
      { text: 'order 4711', entities: [{ slot: 'order_number', start: 6, end: 10 }] },
    ]);
    const [changed] = patch.patch([number], [file(version)]).files;
    expect(JSON.parse(changed?.text ?? '').intents[1].utterances[1].segments).toEqual([
      { text: 'order ' },
      { text: '4711', entity: { name: 'order_number' } },
    ]);
  });

  it('gets it in the language that is read, or says that there is no list of it', () => {
    const german = [
      phrasesFor('SimTrayDamaged', [{ text: 'das Fach ist kaputt' }]),
      phrasesFor('TrackOrder', [{ text: 'wo ist mein Paket' }]),
    ];
    const { files, notes } = patch.patch(german, [file(version)], { language: 'de-de' });
    const [changed, untouched] = JSON.parse(files[0]?.text ?? '').intents;
    expect(changed.additionalLanguages['de-de'].utterances).toHaveLength(2);
    expect(changed.utterances).toHaveLength(2);
    expect(untouched).toEqual(version.intents[1]);
    expect(notes).toEqual(['TrackOrder: has no utterances in de-de; put them in by hand', upload]);
  });

  it('says where an intent has no list, what is published, and which of several is patched', () => {
    const bare = { ...version, published: true, intents: [...version.intents, { name: 'Bare' }] };
    const { notes } = patch.patch(
      [added, phrasesFor('Bare', [{ text: 'some words' }])],
      [file(bare), file(version, 'second.json')],
    );
    expect(notes).toEqual([
      'several versions are there; version.json alone is patched',
      'Bare: has no list of utterances; put them in by hand',
      'the version is published: send it as a new one (POST) where it takes no change',
      upload,
    ]);
  });

  it('takes what is none of its intents where one is named for it, and nothing too long', () => {
    const outside = phrasesFor(undefined, [{ text: 'football' }], 'out_of_scope_phrases');
    expect(patch.patch([outside], [file(version)]).files).toEqual([]);
    const given = { out_of_scope_intent: 'TrackOrder', longest_phrase: 8 };
    expect(patch.patch([outside], [file(version)], given).files[0]?.text).toContain('football');
    expect(patch.patch([added], [file(version)], given).notes).toEqual([
      'S-1: "😀 on my Nova 6 the tray is out" is left out: longer than 8 characters',
    ]);
  });

  const models = resolve(
    import.meta.dirname,
    '../../../../shared/formats/schemas/genesys/analytics-models.json',
  );
  it.runIf(existsSync(models))(
    'holds nothing after a patch that the models of the API do not name (needs the schemas beside the repository)',
    () => {
      const known = JSON.parse(readFileSync(models, 'utf8')).models;
      const unknownIn = (value: unknown, model: string): string[] => {
        const inner = /^(?:list\[(\w+)\]|dict\(str, (\w+)\))$/.exec(model);
        const parts = Object.values(Object(value));
        if (inner) return parts.flatMap((part) => unknownIn(part, inner[1] ?? inner[2] ?? ''));
        const properties = known[model]?.properties;
        if (!properties) return [];
        return Object.entries(Object(value)).flatMap(([key, part]) =>
          properties[key] ? unknownIn(part, properties[key].type) : [`${model}.${key}`],
        );
      };
      const [changed] = patch.patch([added], [file(version)]).files;
      expect(unknownIn(JSON.parse(changed?.text ?? ''), 'NluDomainVersion')).toEqual([]);
      expect(unknownIn({ intents: [{ colour: 1 }] }, 'NluDomainVersion')).toEqual([
        'IntentDefinition.colour',
      ]);
    },
  );
});
