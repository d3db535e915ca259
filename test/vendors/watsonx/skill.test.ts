import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { patch } from '../../../src/vendors/watsonx/patch.js';
import { training } from '../../../src/vendors/watsonx/training.js';
import { phrasesFor, withoutInsertion } from '../support/suggestions.js';

const skill = {
  name: 'Telco',
  language: 'en',
  intents: [
    {
      intent: 'sim_tray_damaged',
      description: 'The tray is broken.',
      examples: [{ text: 'my sim tray snapped off' }],
    },
    { intent: 'order_status', examples: [] },
  ],
  entities: [{ entity: 'device', values: [{ value: 'Nova 6', type: 'synonyms' }] }],
  counterexamples: [{ text: 'tell me a joke' }],
  dialog_nodes: [
    { type: 'frame', dialog_node: 'n1', conditions: '#sim_tray_damaged && true' },
    { type: 'slot', dialog_node: 'n2', parent: 'n1', variable: '$phone_model' },
    {
      type: 'event_handler',
      event_name: 'focus',
      parent: 'n2',
      output: { text: { values: ['Which phone is it?'] } },
    },
    { type: 'event_handler', event_name: 'input', parent: 'n2', conditions: '@device' },
  ],
};
const text = `${JSON.stringify(skill, null, 2)}\n`;
const file = (content: string) => [{ path: 'skill.json', text: content }];
const added = phrasesFor('sim_tray_damaged', [
  {
    text: 'the drawer, on my Nova 6, is broken',
    entities: [
      { slot: 'phone_model', start: 18, end: 24 },
      { slot: 'unheard', start: 0, end: 3 },
    ],
  },
]);

describe('a dialog skill', () => {
  it('is read with its examples, and what its nodes with slots ask for', () => {
    expect(training.read(file(text), training.options.parse({}), 1)).toEqual({
      platform: 'watsonx',
      botId: 'Telco',
      readAt: 1,
      locale: 'en',
      intents: [
        {
          name: 'sim_tray_damaged',
          description: 'The tray is broken.',
          examples: ['my sim tray snapped off'],
          requiredSlots: ['phone_model'],
        },
        { name: 'order_status', examples: [], requiredSlots: [] },
      ],
      slots: [
        {
          name: 'phone_model',
          type: 'device',
          values: ['Nova 6'],
          prompts: ['Which phone is it?'],
          neededBy: ['sim_tray_damaged'],
        },
      ],
    });
  });

  it('is read where an export has it under `workspace`, and another file is refused', () => {
    const nested = file(JSON.stringify({ workspace: skill }));
    const read = training.read(nested, training.options.parse({ bot_id: 'b' }), 1);
    expect(read).toMatchObject({ botId: 'b', intents: [{ name: 'sim_tray_damaged' }, {}] });
    expect(patch.patch([added], nested).files).toHaveLength(2);
    expect(() => training.read(file('{"intents":[]}'), training.options.parse({}), 1)).toThrow(
      'no dialog skill',
    );
  });

  it('keeps every byte but the new example, whose values are marked by their entity', () => {
    const [changed] = patch.patch([added], file(text)).files;
    expect(withoutInsertion(text, changed?.text ?? '')).toBe(text);
    expect(JSON.parse(changed?.text ?? '').intents[0].examples[1]).toEqual({
      text: 'the drawer, on my Nova 6, is broken',
      mentions: [{ entity: 'device', location: [18, 24] }],
    });
  });

  it('has its additions in a file of their own, quoted, and none on the second run', () => {
    const { files } = patch.patch([added], file(text));
    expect(files[1]).toEqual({
      path: 'examples-to-add.csv',
      text: '"the drawer, on my Nova 6, is broken",sim_tray_damaged\n',
    });
    expect(patch.patch([added], files.slice(0, 1)).files).toEqual([]);
  });

  it('gets no phrase that a spreadsheet would run in the file beside it, and the same in both', () => {
    const formula = phrasesFor('order_status', [
      { text: '=HYPERLINK("https://x.test")' },
      { text: 'a=b' },
    ]);
    const { files } = patch.patch([formula], file(text));
    expect(files[1]?.text).toBe('"HYPERLINK(""https://x.test"")",order_status\na=b,order_status\n');
    expect(JSON.parse(files[0]?.text ?? '').intents[1].examples).toEqual([
      { text: 'HYPERLINK("https://x.test")' },
      { text: 'a=b' },
    ]);
  });

  it('puts what is none of its intents among the counterexamples, and into several lists at once', () => {
    const { files, notes } = patch.patch(
      [
        added,
        phrasesFor('order_status', [{ text: 'where is it' }, { text: 'x'.repeat(1025) }]),
        phrasesFor(
          undefined,
          [{ text: 'Tell me a JOKE' }, { text: 'football' }],
          'out_of_scope_phrases',
        ),
      ],
      file(text),
    );
    const changed = JSON.parse(files[0]?.text ?? '');
    expect(changed.counterexamples).toEqual([{ text: 'tell me a joke' }, { text: 'football' }]);
    expect(changed.intents.map(({ examples }: { examples: unknown[] }) => examples.length)).toEqual(
      [2, 1],
    );
    expect(files[1]?.text).not.toContain('football');
    expect(notes).toHaveLength(1);
  });

  it('says by its name which intent has no list of examples', () => {
    const bare = { ...skill, intents: [...skill.intents, { intent: 'bare' }] };
    const without = JSON.stringify({ ...bare, counterexamples: undefined });
    const { notes } = patch.patch(
      [
        phrasesFor('bare', [{ text: 'some words' }]),
        phrasesFor(undefined, [{ text: 'football' }], 'out_of_scope_phrases'),
      ],
      file(without),
    );
    expect(notes).toEqual([
      'bare: has no list of examples in the skill; import examples-to-add.csv instead',
      'irrelevant: has no list of examples in the skill; do it by hand',
    ]);
  });

  const real = resolve(
    import.meta.dirname,
    '../../../../shared/data/watson_car_bot/wa-workspace.json',
  );
  it.runIf(existsSync(real))(
    'of somebody else is read whole and patched in one place (needs the data beside the repository)',
    () => {
      const whole = readFileSync(real, 'utf8');
      const read = training.read(file(whole), training.options.parse({}), 1);
      const own = JSON.parse(whole).intents as { intent: string; examples: unknown[] }[];
      expect(read.intents.map(({ name }) => name)).toEqual(own.map(({ intent }) => intent));
      const first = phrasesFor(read.intents[0]?.name, [{ text: 'words nobody has said before' }]);
      const [changed] = patch.patch([first], file(whole)).files;
      expect(withoutInsertion(whole, changed?.text ?? '')).toBe(whole);
    },
  );
});
