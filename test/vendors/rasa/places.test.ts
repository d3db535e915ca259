/** Where a patch of a Rasa project puts its lines, and where it puts none. */
import { describe, expect, it } from 'vitest';
import { patch } from '../../../src/vendors/rasa/patch.js';
import { training } from '../../../src/vendors/rasa/training.js';
import type { TrainingFile } from '../../../src/vendors/vendor.js';
import { phrase, suggestion } from '../../publish/fixture.js';

const nlu: TrainingFile = {
  path: 'data/nlu.yml',
  text: 'version: "3.1"\nnlu:\n- intent: order\n  examples: |\n    - order a lamp\n    - buy a lamp\n',
};
const rules: TrainingFile = {
  path: 'data/rules.yml',
  text: 'rules:\n- rule: order\n  steps:\n  - or:\n    - intent: order\n    - intent: reorder\n  - action: lamp_form\n',
};
const sections = {
  intents: 'intents:\n- order\n',
  entities: 'entities:\n- size\n',
  slots: 'slots:\n  size:\n    type: text\n',
  forms: 'forms:\n  lamp_form:\n    required_slots:\n    - size\n',
  responses: 'responses:\n  utter_ask_size:\n  - text: Which size?\n',
};
const domainOf = (changed: Partial<typeof sections> = {}): TrainingFile => ({
  path: 'domain.yml',
  text: Object.values({ ...sections, ...changed }).join(''),
});

const add = (intent: string, ...texts: string[]) =>
  suggestion({ kind: 'add_phrases', intent, phrases: texts.map((text) => phrase(text)) });
const complaint = suggestion({
  kind: 'new_intent',
  intent: 'complaint',
  phrases: [phrase('it broke'), phrase('it is bad')],
});
const colour = suggestion({
  kind: 'add_slot',
  intent: 'order',
  slot: 'colour',
  prompt: 'Which colour?',
  phrases: [phrase('a blue lamp', [{ slot: 'colour', start: 2, end: 6 }])],
});

/** All lines that are new, by file; every old line is still there, in its order. */
function put(suggestions: Parameters<typeof patch.patch>[0], files: readonly TrainingFile[]) {
  const { files: changed, notes } = patch.patch(suggestions, files);
  const added: Record<string, string[]> = {};
  for (const { path, text } of changed) {
    const old = (files.find((file) => file.path === path)?.text ?? '').split('\n');
    added[path] = text.split('\n').filter((line) => line !== old[0] || old.shift() === undefined);
    expect(old).toEqual([]);
  }
  return { added, notes, changed };
}

describe('phrases of an intent that several files have', () => {
  const of = (path: string, ...texts: string[]): TrainingFile => ({
    path,
    text: `nlu:\n- intent: order\n  examples: |\n${texts.map((one) => `    - ${one}\n`).join('')}`,
  });
  const german = of('data/de/nlu.yml', 'bestelle eine lampe', 'ich will eine lampe kaufen');
  const english = of('data/en/nlu.yml', 'order a lamp', 'please buy me a lamp');
  const french = of('data/fr/nlu.yml', 'commander une lampe', 'je veux une lampe');

  it('go to the file of their language', () => {
    const texts = ['order me one please', 'eine lampe will ich', 'je veux commander'];
    const { added } = put([add('order', ...texts)], [german, english, french]);
    expect(added).toEqual({
      'data/de/nlu.yml': ['    - eine lampe will ich'],
      'data/en/nlu.yml': ['    - order me one please'],
      'data/fr/nlu.yml': ['    - je veux commander'],
    });
  });

  it('are gone through once for all new intents', () => {
    const many = ['de', 'en'].map((name) =>
      of(
        `data/${name}/nlu.yml`,
        ...Array.from({ length: 1500 }, (_, i) => `order lamp ${name} number ${i}`),
      ),
    );
    const fresh = Array.from({ length: 600 }, (_, i) =>
      suggestion({
        kind: 'new_intent',
        intent: `fresh_${i}`,
        phrases: [phrase(`lamp en ${i} broke`)],
      }),
    );
    const start = performance.now();
    const { files } = patch.patch(fresh, many);
    // Some seconds more where each intent goes through all phrases.
    expect(performance.now() - start).toBeLessThan(3500);
    expect(files.map(({ path }) => path)).toEqual(['data/en/nlu.yml']);
  });

  it('go to the folder that Rasa trains on, and not to a copy beside it', () => {
    const copy = { ...english, path: 'old/nlu.yml' };
    expect(put([add('order', 'order one')], [english, copy]).added).toEqual({
      'data/en/nlu.yml': ['    - order one'],
    });
    // Where there is no such folder, the last file is as good as any.
    const flat = { ...english, path: 'nlu.yml' };
    expect(Object.keys(put([add('order', 'order one')], [flat, copy]).added)).toEqual([
      'old/nlu.yml',
    ]);
  });
});

it('puts a line where Rasa reads it, behind one that stands too deep', () => {
  const deep = { ...nlu, text: `${nlu.text}      - with a shade\n` };
  expect(put([add('order', 'get one')], [deep]).changed[0]?.text).toBe(
    `${nlu.text}    - get one\n      - with a shade\n`,
  );
});

it('takes no tab over from the line before, which Rasa would read as a part of the phrase', () => {
  const tabbed = { ...nlu, text: nlu.text.replace('- buy', '-\tbuy') };
  expect(put([add('order', 'get one')], [tabbed]).added).toEqual({
    'data/nlu.yml': ['    - get one'],
  });
});

it('finds a phrase with brackets that mark nothing', () => {
  const text = nlu.text.replace('buy a lamp', 'find [page] for me\n    - buy a lamp');
  const gone = suggestion({
    kind: 'remove_phrases',
    intent: 'order',
    phrases: [phrase('find [page] for me')],
  });
  expect(patch.patch([gone], [{ ...nlu, text }]).files).toEqual([nlu]);
});

describe('a section that the domain lacks', () => {
  const withoutEntities = domainOf({ entities: '' });
  const answers = { path: 'data/answers.yml', text: 'responses:\n  utter_bye:\n  - text: Bye\n' };

  it('goes into the domain, and not into a file of answers before it', () => {
    const { added } = put([colour], [answers, nlu, rules, withoutEntities]);
    expect(Object.keys(added)).toEqual(['data/nlu.yml', 'domain.yml']);
    expect(added['domain.yml']).toEqual(expect.arrayContaining(['entities:', '- colour']));
  });

  it('is not made in a file of answers where there is no other', () => {
    const { added, notes } = put([complaint], [answers, nlu]);
    expect(Object.keys(added)).toEqual(['data/nlu.yml']);
    expect(notes.join('\n')).toContain('intent complaint: the domain is not among');
  });

  it('is what Rasa 1 called it', () => {
    const older = domainOf({ responses: sections.responses.replace('responses', 'templates') });
    const { added } = put([colour], [nlu, rules, older]);
    expect(added['domain.yml']?.slice(-2)).toEqual([
      '  utter_ask_colour:',
      '  - text: Which colour?',
    ]);
    expect(added['domain.yml']).not.toContain('responses:');
  });
});

it('keeps the blank lines at the end of a text that keeps them', () => {
  const responses = 'responses:\n  utter_long:\n  - text: |+\n      one\n\n\n';
  const { changed } = put([colour], [nlu, rules, domainOf({ responses })]);
  const domain = changed.find(({ path }) => path === 'domain.yml')?.text ?? '';
  expect(domain.endsWith(`${responses}  utter_ask_colour:\n  - text: Which colour?\n`)).toBe(true);
});

describe('the domain', () => {
  it('is patched where a quoted text in it stands no deeper than its key', () => {
    const responses =
      'responses:\n  utter_bye:\n  - text: "Good\n  bye"\n  utter_hi:\n  - text: "Hi\n\n  "\n';
    const { added, notes } = put([complaint, colour], [nlu, rules, domainOf({ responses })]);
    expect(notes).toEqual(['the new intent complaint needs a rule or a story that answers it']);
    expect(added['domain.yml']).toEqual([
      '- complaint',
      '- colour',
      '  colour:',
      '    type: text',
      '    influence_conversation: false',
      '    mappings:',
      '    - type: from_entity',
      '      entity: colour',
      '    - colour',
      '  utter_ask_colour:',
      '  - text: Which colour?',
    ]);
  });

  it('lists no intent whose phrases no file takes', () => {
    const json = {
      path: 'data/nlu.json',
      text: '{"rasa_nlu_data": {"common_examples": [{"text": "order a lamp", "intent": "order"}]}}',
    };
    const { added, notes } = put([complaint], [json, domainOf()]);
    expect(added).toEqual({});
    expect(notes).toEqual([expect.stringContaining('2 phrases of complaint are left out')]);
  });

  it.each([
    ['a form that is not patched', domainOf({ forms: 'forms:\n- lamp_form\n' })],
    ['slots in braces', domainOf({ slots: 'slots: {size: {type: text}}\n' })],
    ['a domain that cannot be read', domainOf({ responses: 'responses:\n  utter_hi: @you\n' })],
  ])('has every entity that phrases mark: %s', (_, domain) => {
    const { added, notes } = put([colour], [nlu, rules, domain]);
    expect(added).toEqual({ 'data/nlu.yml': ['    - a blue lamp'] });
    expect(notes.join('\n')).toContain('by hand');
  });

  it('that cannot be read is said to be that, with the place', () => {
    const broken = domainOf({ responses: 'responses:\n  utter_hi: @you\n' });
    const chart = { path: 'chart/map.yml', text: '{{ name }}: {{ "x" }}' };
    expect(put([complaint], [nlu, broken, chart]).notes).toEqual([
      expect.stringMatching(/^domain\.yml is no readable YAML \(.* at line 13, column 13\)/),
      'the new intent complaint needs a rule or a story that answers it',
      'intent complaint: the domain cannot be read: list it there',
    ]);
  });
});

it('takes the form that rules start after one of several intents', () => {
  const both = { ...nlu, text: `${nlu.text}- intent: reorder\n  examples: |\n    - once more\n` };
  const { added } = put([{ ...colour, intent: 'reorder' }], [both, rules, domainOf()]);
  expect(added['domain.yml']).toContain('    - colour');
});

describe('an intent without phrases of its own', () => {
  it('that others are parts of gets none', () => {
    const parts = `${nlu.text}- intent: faq/name\n  examples: |\n    - your name\n`;
    const domain = domainOf({ intents: 'intents:\n- order\n- faq\n' });
    const { added, notes } = put(
      [add('faq', 'how old are you')],
      [{ ...nlu, text: parts }, domain],
    );
    expect(added).toEqual({});
    expect(notes[0]).toContain('"faq" has its phrases in faq/name');
  });

  it('that is a flow gets none, and says what starts a flow', () => {
    const flows = {
      path: 'data/flows.yml',
      text: 'flows:\n  pay:\n    steps:\n    - collect: sum\n',
    };
    const { intents } = training.read([flows], training.options.parse({}), 0);
    expect(intents.map(({ name }) => name)).toEqual(['pay']);
    const { added, notes } = put([add('pay', 'send money'), { ...colour, intent: 'pay' }], [flows]);
    expect(added).toEqual({});
    expect(notes[0]).toContain('"pay" is a flow, which has no phrases');
    expect(notes.at(-1)).toContain('pay is a flow, which collects its slots in its steps');
  });
});

it('writes no sign of which a reader sees nothing, and parts words where one stood between them', () => {
  const said = ['a\u200b \u200elamp\u202e now', 'one\u2028lamp', 'می\u200cخواهم'];
  expect(put([add('order', ...said)], [nlu]).added).toEqual({
    'data/nlu.yml': ['    - a lamp now', '    - one lamp', '    - می\u200cخواهم'],
  });
});
