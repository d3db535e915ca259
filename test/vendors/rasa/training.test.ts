import { symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { UsageError } from '../../../src/domain/errors.js';
import {
  checkTrainingOptions,
  readTraining,
  trainingFiles,
  trainingIds,
} from '../../../src/vendors/training.js';
import { createFolder, type Folder } from '../../ingest/reading.js';
import { definition } from '../../ingest/records.js';
import { hasShared, sharedData } from '../../support/shared-data.js';

let folder: Folder;
beforeEach(() => {
  folder = createFolder();
});
afterEach(() => folder.remove());

const rasa = (path: string, options = {}) => readTraining({ format: 'rasa', path, options });

const nlu = `version: "3.1"
nlu:
- intent: report_fault
  examples: |
    - my [Nova 6]{"entity": "device", "role": "own"} is broken
    - the [screen](part) of my [nova six](device:Nova 6) is dead
    not an example
    - plain words
- intent: track_order
  examples:
  - text: |
      where is my [parcel]
    metadata: {from: review}
  - text: order status
- synonym: Nova 6
  examples: |
    - nova six
- intent: ask_human
  examples: |
    - a person please
`;

const domain = `version: "3.1"
intents:
- report_fault:
    use_entities: []
- track_order
- nlu_fallback
- affirm
slots:
  device:
    type: categorical
    values: [nova, lite]
    mappings:
    - type: from_entity
      entity: device
  broken_part:
    type: text
    mappings:
    - type: from_entity
      entity: part
  order_number:
    type: text
    mappings:
    - type: from_text
  requested_slot:
    type: text
forms:
  fault_form:
    required_slots: [device, broken_part]
  track_order_form:
    required_slots:
    - order_number
responses:
  utter_ask_device:
  - text: Which device is it?
  - text: What do you have?
  utter_ask_fault_form_broken_part:
  - text: Which part is broken?
  - custom: {json: true}
  utter_default:
  - text: Sorry?
`;

const rules = `version: "3.1"
rules:
- rule: start
  steps:
  - or:
    - intent: report_fault
    - intent: complain
  - action: fault_form
  - active_loop: fault_form
- rule: fallback
  steps:
  - intent: nlu_fallback
  - action: utter_default
stories:
- story: the form goes on after an answer
  steps:
  - intent: report_fault
  - action: fault_form
  - active_loop: fault_form
  - intent: affirm
  - action: fault_form
- story: and where it is active from the start
  condition:
  - active_loop: fault_form
  steps:
  - intent: ask_human
  - action: fault_form
`;

const config = `language: en
pipeline:
- name: WhitespaceTokenizer
- name: FallbackClassifier
  threshold: 0.65
policies:
- name: RulePolicy
  core_fallback_action_name: action_default_fallback
`;

const project = () => {
  folder.write('bot/domain.yml', domain);
  folder.write('bot/data/nlu.yml', nlu);
  folder.write('bot/data/rules.yml', rules);
  folder.write('bot/config.yml', config);
  folder.write('bot/tests/test_stories.yml', 'stories: [');
  folder.write('bot/credentials.yml', 'rest:\n  token: secret\n');
  return `${folder.path}/bot`;
};

describe('Rasa training data', () => {
  it('is read from a folder: intents with plain phrases and the slots that they need', async () => {
    const { intents, platform, botId } = await rasa(project(), { bot_id: 'helper' });
    expect([platform, botId]).toEqual(['rasa', 'helper']);
    expect(intents).toEqual([
      {
        name: 'report_fault',
        examples: ['my Nova 6 is broken', 'the screen of my nova six is dead', 'plain words'],
        requiredSlots: ['device', 'broken_part'],
      },
      {
        name: 'track_order',
        examples: ['where is my [parcel]', 'order status'],
        requiredSlots: ['order_number'],
      },
      { name: 'affirm', examples: [], requiredSlots: [] },
      { name: 'ask_human', examples: ['a person please'], requiredSlots: [] },
    ]);
  });

  it('has the slots with their prompts, values and the intents that need them', async () => {
    const { slots } = await rasa(project());
    expect(slots).toEqual([
      {
        name: 'device',
        type: 'categorical',
        values: ['nova', 'lite'],
        prompts: ['Which device is it?', 'What do you have?'],
        neededBy: ['report_fault'],
      },
      {
        name: 'broken_part',
        type: 'text',
        values: ['screen'],
        prompts: ['Which part is broken?'],
        neededBy: ['report_fault'],
      },
      { name: 'order_number', type: 'text', values: [], prompts: [], neededBy: ['track_order'] },
    ]);
  });

  it('takes what is written above or behind a slot for its description', async () => {
    const slots = `intents: [move]
slots:
  # Day of moving in
  move_dt: {type: text}
  # --- contact ---

  # Mobile number
  # of the tenant
  mob: {type: text}
  tix: # Tickets for guests
    type: text
`;
    const { slots: read } = await rasa(folder.write('domain.yml', slots));
    expect(read.map(({ name, description }) => [name, description])).toEqual([
      ['move_dt', 'Day of moving in'],
      ['mob', 'Mobile number of the tenant'],
      ['tix', 'Tickets for guests'],
    ]);
  });

  it('takes no setting that was taken out, no drawn line and no long story for one', async () => {
    const slots = `intents: [move]
slots:
  # ---------
  drawn: {type: text}
  # influence_conversation: false
  setting: {type: text}
  # - type: from_text
  item: {type: text}
  # ${'a long story '.repeat(20)}
  story: {type: text} # tail
  bare: {type: text}
`;
    const { slots: read } = await rasa(folder.write('domain.yml', slots));
    expect(read.map(({ name }) => name)).toEqual(['drawn', 'setting', 'item', 'story', 'bare']);
    expect(read.every(({ description }) => description === undefined)).toBe(true);
  });

  it('knows the threshold and the action of the fallback', async () => {
    const found = await rasa(project());
    expect(found).toMatchObject({
      confidenceThreshold: 0.65,
      fallbackAction: 'utter_default',
      locale: 'en',
    });
    const alone = await rasa(folder.write('nlu.yml', nlu));
    expect(alone.confidenceThreshold).toBeUndefined();
    expect(alone.intents.map(({ name }) => name)).toEqual([
      'report_fault',
      'track_order',
      'ask_human',
    ]);
  });

  it('is read from a glob, and says the same twice', async () => {
    const path = `${project()}/**/*.yml`;
    const found = await rasa(path);
    expect(found.intents).toHaveLength(4);
    expect(await rasa(path)).toEqual(found);
  });

  it('reads the forms of Rasa 2', async () => {
    const old =
      'forms:\n  fault_form:\n    required_slots:\n      device:\n      - type: from_text\nintents: [fault]\n';
    const { intents } = await rasa(folder.write('domain.yml', old));
    expect(intents).toEqual([{ name: 'fault', examples: [], requiredSlots: ['device'] }]);
  });

  it('hands on its files as they are, without tests and credentials', async () => {
    const files = await trainingFiles({ format: 'rasa', path: project(), options: {} });
    expect(files.map(({ path }) => path)).toEqual([
      'config.yml',
      'data/nlu.yml',
      'data/rules.yml',
      'domain.yml',
    ]);
    expect(files[1]?.text).toBe(nlu);
  });

  it('says which file is no YAML, and that nothing is there', async () => {
    const broken = folder.write('bot/broken.yml', 'nlu: [');
    await expect(rasa(broken)).rejects.toThrow(/^broken\.yml: /);
    await expect(rasa(`${folder.path}/none`)).rejects.toThrow(UsageError);
    await expect(rasa(folder.write('other.yml', 'a: 1'))).rejects.toThrow(/no intents/);
  });

  it('reads the other files where one cannot be read, and names it', async () => {
    const path = project();
    const whole = await rasa(path);
    folder.write('bot/broken.yml', 'nlu: [');
    const problems: string[] = [];
    const config = { format: 'rasa', path, options: {} };
    const read = await readTraining(config, (one) => problems.push(one));
    expect(read.intents).toEqual(whole.intents);
    expect(problems).toEqual([expect.stringMatching(/^broken\.yml: /)]);
  });

  it.each([
    [
      'Windows-1252',
      Buffer.from('nlu:\n- intent: order\n  examples: |\n    - un café\n', 'latin1'),
    ],
    [
      'UTF-16',
      Buffer.from('\uFEFFnlu:\n- intent: order\n  examples: |\n    - a lamp\n', 'utf16le'),
    ],
  ])('leaves out a file in %s, which a patch would write in other letters', async (_, bytes) => {
    const path = project();
    const whole = await rasa(path);
    const other = folder.write('bot/data/other.yml', bytes);
    const problems: string[] = [];
    const config = { format: 'rasa', path, options: {} };
    const read = await readTraining(config, (one) => problems.push(one));
    expect(read.intents).toEqual(whole.intents);
    expect(problems).toEqual([
      'data/other.yml: is no UTF-8 text, so it is left out; save it as UTF-8',
    ]);
    expect((await trainingFiles(config)).map((file) => file.path)).not.toContain('data/other.yml');
    await expect(rasa(other)).rejects.toThrow('other.yml: is no UTF-8 text');
    folder.write('alone/config.yml', 'language: en\n');
    folder.write('alone/nlu.yml', bytes);
    await expect(rasa(`${folder.path}/alone`)).rejects.toThrow(
      'nlu.yml: is no UTF-8 text, so it is left out; save it as UTF-8\nno intents in these files',
    );
  });

  it('passes over files that are none of a bot, whatever is wrong with them', async () => {
    const path = project();
    const whole = await rasa(path);
    folder.write('bot/chart/templates/map.yaml', 'data: {{ .Values.data }}\n  - [');
    folder.write('bot/train_test_split/training_data.yml', 'nlu:\n- intent: split\n');
    const started = 'nlu:\n- intent: mood_great\n  examples: |\n    - perfect\n';
    folder.write('bot/env/lib/site-packages/rasa/initial_project/data/nlu.yml', started);
    folder.write('bot/original_domain.yml', 'intents:\n- as_it_was\n');
    folder.write('bot/README.md', Buffer.from('# A café\n\n- greets\n', 'latin1'));
    folder.write('bot/data/lookup.json', '{"cities": ["Rome"');
    const problems: string[] = [];
    const config = { format: 'rasa', path, options: {} };
    const read = await readTraining(config, (one) => problems.push(one));
    expect(read.intents).toEqual(whole.intents);
    expect(problems).toEqual([]);
  });

  it('reads quoted texts over several lines as Rasa does, however they are indented', async () => {
    const lines = ['intents:', '- hours', 'responses:', '  utter_ask_day:', '  - text: "Which day'];
    const path = folder.write(
      'deep.yml',
      [...lines, 'do you', "  mean, 'Monday'?\"", ''].join('\n'),
    );
    const slots = [
      'slots:',
      '  day:',
      "    type: 'te",
      "xt'",
      'forms:',
      '  day_form:',
      '    - day',
    ];
    const more = folder.write('deep2.yml', [...lines.slice(0, 2), ...slots, ''].join('\n'));
    expect((await rasa(path)).intents.map(({ name }) => name)).toEqual(['hours']);
    expect((await rasa(more)).slots[0]?.type).toBe('te xt');
    const unclosed = folder.write('unclosed.yml', 'nlu:\n- intent: "a\n- intent: b\n');
    await expect(rasa(unclosed)).rejects.toThrow(/quote/);
  });

  it('reads words that several entities mark', async () => {
    const list = '[{"entity": "city", "value": "rome"}, {"entity": "place"}]';
    const path = folder.write(
      'nlu.yml',
      `nlu:\n- intent: order\n  examples: |\n    - send it to [Rome]${list} please\n    - send [it][here]\nslots:\n  city: {type: text}\n  place: {type: text}\n`,
    );
    const { intents, slots } = await rasa(path);
    expect(intents[0]?.examples).toEqual(['send it to Rome please', 'send [it][here]']);
    expect(slots.map(({ values }) => values)).toEqual([['Rome'], ['Rome']]);
  });

  it('knows retrieval intents by their whole names, and flows as intents', async () => {
    const faq = folder.write(
      'faq/nlu.yml',
      'intents:\n- faq\n- order\nnlu:\n- intent: faq/ask_hours\n  examples: |\n    - when do you open\n',
    );
    expect((await rasa(faq)).intents.map(({ name }) => name)).toEqual(['order', 'faq/ask_hours']);
    const flows = folder.write(
      'calm/flows.yml',
      'flows:\n  send_money:\n    steps:\n    - collect: amount\n      next:\n      - if: slots.amount > 9\n        then:\n        - collect: reason\n      - else: END\nresponses:\n  utter_ask_amount:\n  - text: How much?\nslots:\n  amount: {type: float}\n',
    );
    const { intents, slots } = await rasa(flows);
    expect(intents).toEqual([
      { name: 'send_money', examples: [], requiredSlots: ['amount', 'reason'] },
    ]);
    expect(slots[0]).toMatchObject({ prompts: ['How much?'], neededBy: ['send_money'] });
  });

  it('knows what starts a flow, what it calls, and how it asks', async () => {
    const flows = folder.write(
      'pro/flows.yml',
      `flows:
  order_pizza:
    description: Order a pizza.
    nlu_trigger:
    - intent: {name: request_pizza, confidence_threshold: 0.5}
    steps:
    - call: verify
    - collect: topping
      utter: utter_which_topping
  verify:
    if: False
    description: Check who it is.
    steps:
    - collect: pin
    - call: order_pizza
  pattern_human_handoff:
    description: Hand over.
    steps:
    - collect: confirmed
responses:
  utter_which_topping:
  - text: With what?
`,
    );
    const { intents, slots } = await rasa(flows);
    expect(intents).toEqual([
      {
        name: 'order_pizza',
        description: 'Order a pizza.',
        examples: [],
        requiredSlots: ['topping', 'pin'],
      },
    ]);
    expect(slots.map(({ name, prompts }) => [name, prompts])).toEqual([
      ['topping', ['With what?']],
      ['pin', []],
    ]);
    folder.write('pro/nlu.yml', 'nlu:\n- intent: request_pizza\n  examples: |\n    - a pizza\n');
    const both = await rasa(`${folder.path}/pro`);
    expect(both.intents.map((one) => [one.name, one.requiredSlots])).toEqual([
      ['request_pizza', ['topping', 'pin']],
      ['order_pizza', ['topping', 'pin']],
    ]);
  });

  it('reads the Markdown and the JSON of Rasa 1', async () => {
    folder.write('one/domain.yml', 'intents:\n- greet\n- order\nforms:\n- order_form\n');
    folder.write(
      'one/data/nlu.md',
      '## intent:greet\n- hey\n\n## synonym:Rome\n- roma\n\n<!-- more -->\n## intent: order\n* send it to [Roma](city:Rome)\n',
    );
    folder.write(
      'one/data/nlu.json',
      JSON.stringify({
        rasa_nlu_data: {
          common_examples: [
            { intent: 'order', text: 'to Oslo', entities: [{ entity: 'city', start: 3, end: 7 }] },
            { text: 'of no intent' },
          ],
        },
      }),
    );
    const { intents } = await rasa(`${folder.path}/one`);
    expect(intents).toEqual([
      { name: 'greet', examples: ['hey'], requiredSlots: [] },
      { name: 'order', examples: ['to Oslo', 'send it to Roma'], requiredSlots: [] },
    ]);
  });

  it('checks format and options by name', async () => {
    expect(trainingIds).toEqual(expect.arrayContaining(['handback', 'rasa']));
    expect(checkTrainingOptions('rasa', { bot: 'x' })).toEqual([
      'bot: unknown key; known here: platform, bot_id',
    ]);
    await expect(readTraining({ format: 'word', path: 'x', options: {} })).rejects.toThrow(
      /unknown format "word"; expected one of handback, rasa/,
    );
  });
});

describe('a bot_definition record as training data', () => {
  const record = definition({ intents: [{ name: 'track', examples: ['where is it'] }] });
  const expected = {
    platform: 'flow',
    botId: 'helper',
    intents: [{ name: 'track', examples: ['where is it'], requiredSlots: [] }],
    slots: [{ name: 'order_number', values: [], prompts: [], neededBy: [] }],
  };
  const read = (name: string, text: string) =>
    readTraining({ format: 'handback', path: folder.write(name, text), options: {} });

  it('is read from NDJSON, JSON and YAML', async () => {
    const yaml = Object.entries(record)
      .map(([key, value]) => `${key}: ${JSON.stringify(value)}`)
      .join('\n');
    for (const [name, text] of [
      ['a.ndjson', JSON.stringify(record)],
      ['a.json', JSON.stringify(record, null, 2)],
      ['a.yaml', yaml],
    ] as const)
      expect(await read(name, text)).toMatchObject(expected);
  });

  it('is the newest of several, and says what is wrong with each', async () => {
    const newer = { ...record, read_at: '2026-04-01T00:00:00Z', bot_id: 'newer' };
    const both = [newer, record].map((one) => JSON.stringify(one)).join('\n');
    expect((await read('a.ndjson', both)).botId).toBe('newer');
    await expect(read('b.ndjson', `{}\n${both}\nno`)).rejects.toThrow(
      /^(?=.*b\.ndjson:1: type)(?=.*b\.ndjson:4: no JSON)/s,
    );
  });
});

describe.runIf(hasShared('rasa_bots'))('the training data of two real bots', () => {
  const bots = `${sharedData}/rasa_bots`;

  it('of a help desk: forms by an `or` of intents, prompts, threshold', async () => {
    const { intents, slots, confidenceThreshold } = await rasa(`${bots}/helpdesk-assistant`);
    const needs = (name: string) => intents.find((one) => one.name === name)?.requiredSlots;
    for (const intent of ['open_incident', 'password_reset', 'problem_email'])
      expect(needs(intent)).toContain('problem_description');
    expect(needs('incident_status')).toEqual(['email']);
    expect(needs('help')).toEqual([]);
    expect(slots.find(({ name }) => name === 'email')?.prompts).toEqual([
      'What is your email address?',
    ]);
    expect(confidenceThreshold).toBe(0.7);
    expect(intents.flatMap(({ examples }) => examples).join('\n')).not.toMatch(/\]\(|\]\{/);
  });

  it('of a bank: prompts by form and slot, answers that start no form', async () => {
    const { intents, slots } = await rasa(`${bots}/financial-demo`);
    const needs = (name: string) => intents.find((one) => one.name === name)?.requiredSlots;
    expect(needs('pay_cc')).toContain('credit_card');
    expect(needs('check_earnings')).toContain('search_type');
    expect(needs('affirm')).toEqual([]);
    expect(slots.find(({ name }) => name === 'amount-of-money')?.prompts).toHaveLength(2);
  });
});

it('reads a file once, whatever links lead to it', async () => {
  const nlu = folder.write(
    'shared/nlu.yml',
    'nlu:\n- intent: order\n  examples: |\n    - a lamp\n',
  );
  folder.write('bot/domain.yml', 'intents:\n- order\n');
  symlinkSync(dirname(nlu), join(folder.path, 'bot/data'));
  symlinkSync('.', join(folder.path, 'bot/again'));
  const config = { format: 'rasa', path: `${folder.path}/bot`, options: {} };
  const paths = (await trainingFiles(config)).map(({ path }) => path);
  expect(paths).toEqual(['data/nlu.yml', 'domain.yml']);
});
