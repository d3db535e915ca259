import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { Ajv } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import type { Suggestion } from '../../../src/domain/suggestion.js';
import { patch } from '../../../src/vendors/microsoft-clu/patch.js';
import { training } from '../../../src/vendors/microsoft-clu/training.js';

const project = {
  projectFileVersion: '2023-04-01',
  stringIndexType: 'Utf16CodeUnit',
  metadata: {
    projectKind: 'Conversation',
    projectName: 'Telco',
    language: 'en-us',
    settings: { confidenceThreshold: 0.7 },
  },
  assets: {
    projectKind: 'Conversation',
    intents: [{ category: 'None' }, { category: 'SimTrayDamaged' }],
    entities: [{ category: 'Device', list: { sublists: [{ listKey: 'Nova 6' }] } }],
    utterances: [
      {
        text: 'my sim tray snapped off',
        intent: 'SimTrayDamaged',
        language: 'en-us',
        dataset: 'Train',
        entities: [],
      },
      { text: 'tell me a joke', intent: 'None', language: 'en-us', dataset: 'Train', entities: [] },
    ],
  },
};
const file = (text: string) => [{ path: 'project.json', text }];
const indented = JSON.stringify(project, null, 4);

const suggestion = (phrases: string[], more: Partial<Suggestion> = {}) =>
  ({
    id: 'S-1',
    kind: 'add_phrases',
    intent: 'SimTrayDamaged',
    change: 'Add them.',
    phrases: phrases.map((text) => ({ text, entities: [], sources: [] })),
    ...more,
  }) as unknown as Suggestion;

const added = suggestion(['the drawer on my Nova 6 is broken']);
added.phrases[0]?.entities.push(
  { slot: 'Device', start: 17, end: 23 },
  { slot: 'Unheard', start: 0, end: 3 },
);

describe('a CLU project', () => {
  it('is read with its intents, phrases, values and threshold', () => {
    expect(training.read(file(indented), training.options.parse({}), 1)).toMatchObject({
      locale: 'en-us',
      confidenceThreshold: 0.7,
      fallbackAction: 'None',
      intents: [
        { name: 'None' },
        { name: 'SimTrayDamaged', examples: ['my sim tray snapped off'] },
      ],
      slots: [{ name: 'Device', values: ['Nova 6'] }],
    });
  });

  it.each([
    ['indented', indented],
    ['in one line', JSON.stringify(project)],
    [
      'with a byte order mark and Windows line ends',
      `\uFEFF${JSON.stringify(project, null, '\t').replaceAll('\n', '\r\n')}\r\n`,
    ],
  ])('keeps every byte but the new utterance: %s', (_, text) => {
    const [changed] = patch.patch([added], file(text)).files;
    const [from, to] = [
      changed?.text.indexOf(',', changed.text.indexOf('tell me a joke')) ?? 0,
      changed?.text.length ?? 0,
    ];
    expect(to).toBeGreaterThan(text.length);
    expect(from).toBeGreaterThan(0);
    const parsed = JSON.parse((changed?.text ?? '').replace(/^\uFEFF/, ''));
    expect(parsed.assets.utterances.slice(0, 2)).toEqual(project.assets.utterances);
    expect(parsed.assets.utterances[2]).toEqual({
      text: 'the drawer on my Nova 6 is broken',
      language: 'en-us',
      intent: 'SimTrayDamaged',
      dataset: 'Train',
      entities: [{ category: 'Device', offset: 17, length: 6 }],
    });
    // Nothing but one piece was put in.
    const grown = to - text.length;
    const start = [...text].findIndex((_sign, i) => text[i] !== changed?.text[i]);
    expect((changed?.text.slice(0, start) ?? '') + (changed?.text.slice(start + grown) ?? '')).toBe(
      text,
    );
  });

  it('has its additions in a file of their own, and none on the second run', () => {
    const { files } = patch.patch([added], file(indented));
    expect(files.map(({ path }) => path)).toEqual(['project.json', 'utterances-to-add.json']);
    expect(JSON.parse(files[1]?.text ?? '')).toHaveLength(1);
    expect(patch.patch([added], files).files).toEqual([]);
  });

  it('takes an empty list', () => {
    const bare = JSON.stringify({ ...project, assets: { ...project.assets, utterances: [] } });
    const [changed] = patch.patch([added], file(bare)).files;
    expect(JSON.parse(changed?.text ?? '').assets.utterances).toHaveLength(1);
  });

  it('leaves out what the importer or another intent would not take, and says so', () => {
    const { files, notes } = patch.patch(
      [
        suggestion([
          'x'.repeat(501),
          'Tell me  a JOKE',
          '⟨phone:9f2c41⟩',
          'MY sim tray snapped off',
        ]),
        suggestion(['fine'], { intent: 'Unknown' }),
        suggestion(['football'], { kind: 'out_of_scope_phrases' }),
        suggestion(['moved'], { kind: 'move_phrases' }),
      ],
      file(indented),
    );
    expect(
      JSON.parse(files[1]?.text ?? '').map(({ text, intent }: { text: string; intent: string }) => [
        text,
        intent,
      ]),
    ).toEqual([['football', 'None']]);
    expect(notes).toHaveLength(5);
  });

  it('says of each utterance which of its languages it is in', () => {
    const said = (text: string, language?: string) => ({
      text,
      intent: 'SimTrayDamaged',
      language,
    });
    const withUtterances = (utterances: object[]) =>
      file(JSON.stringify({ ...project, assets: { ...project.assets, utterances } }));
    const languages = (utterances: object[]) =>
      JSON.parse(
        patch.patch(
          [suggestion(['mein fach ist kaputt', 'my tray is broken'])],
          withUtterances(utterances),
        ).files[1]?.text ?? '',
      ).map(({ language }: { language: string }) => language);
    const both = [said('the tray has broken'), said('das fach ist abgebrochen', 'de')];
    expect(languages(both)).toEqual(['de', 'en-us']);
    expect(languages(both.slice(0, 1))).toEqual(['en-us', 'en-us']);
  });

  it('is not taught what its model is tested with', () => {
    const [train, test] = [
      { ...project.assets.utterances[0] },
      { ...project.assets.utterances[0] },
    ];
    Object.assign(test, { text: 'held back', dataset: 'Test' });
    const utterances = [train, test];
    const text = JSON.stringify({ ...project, assets: { ...project.assets, utterances } });
    const { intents } = training.read(file(text), training.options.parse({}), 1);
    expect(intents[1]?.examples).toEqual(['my sim tray snapped off']);
    // Nor is it put in by a patch.
    expect(patch.patch([suggestion(['held back'])], file(text)).files).toEqual([]);
  });

  it('is one of several in a folder: the first is patched, which is said', () => {
    const two = [...file(indented), { path: 'second.json', text: indented }];
    const { files, notes } = patch.patch([added], two);
    expect(files[0]?.path).toBe('project.json');
    expect(notes).toEqual(['several projects are there; project.json alone is patched']);
    expect(training.read(two, training.options.parse({}), 1).slots).toHaveLength(1);
  });

  const schema = resolve(
    import.meta.dirname,
    '../../../../shared/formats/schemas/clu/clu-import.schema.json',
  );
  it.runIf(existsSync(schema))(
    'fulfils the schema after a patch (needs the schemas beside the repository)',
    () => {
      const written = JSON.parse(readFileSync(schema, 'utf8'));
      const ajv = String(written.$schema).includes('2020')
        ? new Ajv2020({ strict: false, validateFormats: false })
        : new Ajv({ strict: false, validateFormats: false });
      const validate = ajv.compile(written);
      const [changed] = patch.patch([added], file(indented)).files;
      expect(validate(JSON.parse(changed?.text ?? '')) ? [] : validate.errors).toEqual([]);
    },
  );
});
