import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { globSync } from 'tinyglobby';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { Phrase, Suggestion } from '../../src/domain/suggestion.js';
import { patch as rasa } from '../../src/vendors/rasa/patch.js';
import type { TrainingFile } from '../../src/vendors/vendor.js';
import { phrase, suggestion } from '../publish/fixture.js';

const nlu = `version: "3.1" # quoted
nlu:
- intent: greet # the first
  examples: |
    - hi
    - hello there

- intent: order_status
  examples:
  - text: |
      where is my parcel from [Tuesday](date)
    metadata:
      by: team
  - text: where is it # short
# the last
- intent: pay_bill
  examples: |
      -   pay my bill
      -   settle the invoice
      -   I want to pay
`;
const domain = `version: "3.1"
intents:
- greet
- order_status:
    use_entities: []
- pay_bill
entities: [date]
slots:
  date:
    type: text
    mappings:
    - type: from_entity
      entity: date
forms:
  pay_form:
    required_slots: [date]
responses:
  utter_ask_date:
  - text: When? # short
actions:
- action_pay
`;
const rules = `version: "3.1"
rules:
- rule: pay
  steps:
  - intent: pay_bill
  - action: pay_form
  - active_loop: pay_form
`;
const files: TrainingFile[] = [
  { path: 'data/nlu.yml', text: nlu },
  { path: 'domain.yml', text: domain },
  { path: 'data/rules.yml', text: rules },
];

function apply(base: readonly TrainingFile[], suggestions: readonly Suggestion[]): TrainingFile[] {
  const { files: changed } = rasa.patch(suggestions, base);
  return base.map((file) => changed.find(({ path }) => path === file.path) ?? file);
}
const textOf = (all: readonly TrainingFile[], path: string) =>
  all.find((file) => file.path === path)?.text ?? '';
const add = (intent: string, ...texts: (string | Phrase)[]) =>
  suggestion({
    kind: 'add_phrases',
    intent,
    phrases: texts.map((text) => (typeof text === 'string' ? phrase(text) : text)),
  });
const move = (fromIntent: string, intent: string, text: string) =>
  suggestion({ kind: 'move_phrases', fromIntent, intent, phrases: [phrase(text)] });
/** Lines of `after` that are not in `before`, and the other way round. */
function difference(before: string, after: string): { gone: string[]; come: string[] } {
  const [old, fresh] = [before.split('\n'), after.split('\n')];
  return {
    gone: old.filter((line) => !fresh.includes(line)),
    come: fresh.filter((line) => !old.includes(line)),
  };
}

describe('phrases', () => {
  it('go to the end of a block, in its own indentation, and nothing else changes', () => {
    const after = textOf(apply(files, [add('pay_bill', 'pay it now')]), 'data/nlu.yml');
    expect(after).toBe(nlu.replace('I want to pay\n', 'I want to pay\n      -   pay it now\n'));
  });

  it('go to the end of a list, after the comment of the last item', () => {
    const after = textOf(apply(files, [add('order_status', 'any news')]), 'data/nlu.yml');
    expect(after).toBe(nlu.replace('it # short\n', 'it # short\n  - text: |\n      any news\n'));
  });

  it('keep CRLF line endings and a last line without one', () => {
    const crlf = nlu.trimEnd().replaceAll('\n', '\r\n');
    const [after] = apply([{ path: 'nlu.yml', text: crlf }], [add('pay_bill', 'pay it now')]);
    expect(after?.text).toBe(`${crlf}\r\n      -   pay it now`);
  });

  it('are left out where the intent, or another one, has them', () => {
    const { files: changed, notes } = rasa.patch(
      [add('greet', 'HI'), add('pay_bill', 'hello  there')],
      files,
    );
    expect(changed).toEqual([]);
    expect(notes.join()).toContain('it is an example of greet');
  });

  it('mark slot values with the entity that fills the slot', () => {
    const text = '🙂 pay on Friday ';
    const marked = phrase(text, [{ slot: 'date', start: 10, end: 17 }]);
    const after = textOf(apply(files, [add('pay_bill', marked)]), 'data/nlu.yml');
    expect(after).toContain('-   🙂 pay on [Friday](date)\n');
  });

  it('leave the value of a slot that the bot has no entity for unmarked', () => {
    const marked = phrase('pay in Berlin', [{ slot: 'city', start: 7, end: 13 }]);
    const after = textOf(apply(files, [add('pay_bill', marked)]), 'data/nlu.yml');
    expect(after).toContain('-   pay in Berlin\n');
  });

  it('cannot start an annotation, a line, a payload or carry a redacted value', () => {
    const hostile = [
      'see [this](x:y) and [that]{"entity":"z"}',
      'one\n- intent: evil\r\n  two',
      ' /restart{"now":1}',
      'call me on ⟨phone:9f2c41⟩',
      '???',
    ];
    const after = textOf(apply(files, [add('pay_bill', ...hostile)]), 'data/nlu.yml');
    expect(difference(nlu, after).come).toEqual([
      '      -   see (this)(x:y) and (that){"entity":"z"}',
      '      -   one - intent: evil two',
      '      -   restart{"now":1}',
    ]);
  });

  it('are moved with the annotations of the bot team', () => {
    const more = apply(files, [add('order_status', 'is it here', 'has it come')]);
    const after = apply(more, [move('order_status', 'greet', 'where is my parcel from Tuesday')]);
    expect(textOf(after, 'data/nlu.yml')).toContain(
      '    - hello there\n    - where is my parcel from [Tuesday](date)\n',
    );
    const items = parse(textOf(after, 'data/nlu.yml')).nlu;
    expect(items[1].examples).toHaveLength(3);
  });

  it('stay where fewer than two examples would be left', () => {
    const { files: changed, notes } = rasa.patch([move('greet', 'pay_bill', 'hi')], files);
    expect(changed).toEqual([]);
    expect(notes).toEqual(['"hi" stays in greet: fewer than 2 examples would be left']);
  });

  it('are removed as whole lines, the last one of a file without a line end too', () => {
    const base = [{ path: 'nlu.yml', text: nlu.trimEnd() }];
    const remove = suggestion({
      kind: 'remove_phrases',
      intent: 'pay_bill',
      phrases: [phrase('i want to pay')],
    });
    const [after] = apply(base, [remove, add('pay_bill', 'pay it now')]);
    expect(after?.text).toBe(nlu.trimEnd().replace('I want to pay', 'pay it now'));
  });

  it('of a contradicting pair of moves go one way only', () => {
    const both = [
      move('pay_bill', 'greet', 'I want to pay'),
      move('greet', 'pay_bill', 'I want to pay'),
    ];
    const once = apply(files, both);
    expect(textOf(once, 'data/nlu.yml')).toContain('- hello there\n    - I want to pay');
    expect(apply(once, both)).toEqual(once);
  });
});

describe('intents', () => {
  it('out of scope: a new one in nlu and domain where none exists', () => {
    const oos = suggestion({
      kind: 'out_of_scope_phrases',
      phrases: [phrase('sing a song'), phrase('tell a joke')],
    });
    const after = apply(files, [oos]);
    expect(textOf(after, 'data/nlu.yml')).toBe(
      `${nlu}- intent: out_of_scope\n  examples: |\n    - sing a song\n    - tell a joke\n`,
    );
    expect(textOf(after, 'domain.yml')).toBe(
      domain.replace('- pay_bill\n', '- pay_bill\n- out_of_scope\n'),
    );
  });

  it('out of scope: the one that exists, whatever the suggestion calls it', () => {
    const base = [
      { path: 'nlu.yml', text: `${nlu}- intent: OutOfScope\n  examples: |\n    - x y\n` },
    ];
    const oos = suggestion({ kind: 'out_of_scope_phrases', phrases: [phrase('sing a song')] });
    expect(apply(base, [oos])[0]?.text).toBe(`${base[0]?.text}    - sing a song\n`);
  });

  it('a new one is quoted where YAML would read something else, and refused where Rasa would', () => {
    const make = (intent: string) =>
      suggestion({
        kind: 'new_intent',
        intent,
        phrases: [phrase(`a ${intent}`), phrase(`b ${intent}`)],
      });
    const { files: changed, notes } = rasa.patch([make('no'), make('faq/hours')], files);
    expect(textOf(changed, 'domain.yml')).toContain('- "no"\n');
    expect(parse(textOf(changed, 'data/nlu.yml')).nlu.at(-1).intent).toBe('no');
    expect(notes.join()).toContain('"faq/hours" can be no name of a new intent');
  });

  it('that the files do not know get no phrases', () => {
    const { files: changed, notes } = rasa.patch([add('insure_car', 'insure my car')], files);
    expect(changed).toEqual([]);
    expect(notes).toEqual(['s-1: the files know no intent "insure_car"']);
  });

  it('two new ones share a section that the domain lacked', () => {
    const base = [files[0], { path: 'domain.yml', text: 'slots:\n  a:\n    type: text\n' }].flatMap(
      (file) => file ?? [],
    );
    const make = (intent: string) =>
      suggestion({ kind: 'new_intent', intent, phrases: [phrase(`a ${intent}`)] });
    const after = textOf(apply(base, [make('one'), make('two')]), 'domain.yml');
    expect(after).toBe('slots:\n  a:\n    type: text\nintents:\n- one\n- two\n');
  });
});

describe('slots', () => {
  const slot = suggestion({
    kind: 'add_slot',
    intent: 'pay_bill',
    slot: 'invoice_number',
    prompt: 'What is your {invoice} number: it is on top?',
  });

  it('get a mapping, a place in the form of the intent and a question', () => {
    const after = textOf(apply(files, [slot]), 'domain.yml');
    expect(after).toBe(
      domain
        .replace(
          '      entity: date\n',
          '      entity: date\n  invoice_number:\n    type: text\n    influence_conversation: false\n    mappings:\n' +
            '    - type: from_text\n      conditions:\n      - active_loop: pay_form\n        requested_slot: invoice_number\n',
        )
        .replace('required_slots: [date]', 'required_slots: [date, invoice_number]')
        .replace(
          'When? # short\n',
          'When? # short\n  utter_ask_invoice_number:\n  - text: "What is your (invoice) number: it is on top?"\n',
        ),
    );
  });

  it('become a note where no form collects the intent', () => {
    const { files: changed, notes } = rasa.patch([{ ...slot, intent: 'greet' }], files);
    expect(changed).toEqual([]);
    expect(notes).toEqual(['s-1: no form collects what greet needs; add invoice_number by hand']);
  });

  it('whose values are marked in phrases are filled from an entity', () => {
    const marked = phrase('pay invoice A17', [{ slot: 'invoice_number', start: 12, end: 15 }]);
    const after = apply(files, [{ ...slot, phrases: [marked] }]);
    const read = parse(textOf(after, 'domain.yml'));
    expect(read.slots.invoice_number.mappings).toEqual([
      { type: 'from_entity', entity: 'invoice_number' },
    ]);
    expect(read.entities).toEqual(['date', 'invoice_number']);
    expect(textOf(after, 'data/nlu.yml')).toContain('pay invoice [A17](invoice_number)');
  });
});

describe('sections that the domain lacks', () => {
  const nluFile = { path: 'data/nlu.yml', text: nlu };
  const rulesFile = { path: 'data/rules.yml', text: rules };
  const head = 'version: "3.1"\nintents:\n- pay_bill\nslots:\n  date:\n    type: text\n';
  const forms = 'forms:\n  pay_form:\n    required_slots:\n    - date\n';
  const responses = 'responses:\n  utter_ask_date:\n  - text: When?\n';
  const slotOf = (slot: string) =>
    suggestion({
      kind: 'add_slot',
      intent: 'pay_bill',
      slot,
      prompt: `Which ${slot}?`,
      phrases: [phrase('pay A17', [{ slot, start: 4, end: 7 }])],
    });
  const complaint = suggestion({
    kind: 'new_intent',
    intent: 'complaint',
    phrases: [phrase('this is broken'), phrase('I am not happy')],
  });
  const wanted = [slotOf('invoice'), complaint, slotOf('payer')];
  const layouts: Record<string, string> = {
    'forms last': head + responses + forms,
    'forms last, a comment at the end': `${head}${responses}${forms}    # - amount\n# the end\n`,
    'responses last': head + forms + responses,
    'intents last': `slots:\n  date:\n    type: text\n${forms}${responses}intents:\n- pay_bill\n`,
    'slots last': `intents: [pay_bill]\n${forms}${responses}slots:\n  date:\n    type: text\n`,
    'no responses either': head + forms,
    'an empty list': `${head}${forms}entities: [] # none\n${responses}`,
    'nothing after the key': `${head}${forms}${responses}entities: # none`,
    'a null': `${head}${forms}${responses}entities: null`,
    'an end of document': `${head}${responses}${forms}...\n`,
    'flow lists': `intents: [pay_bill]\nslots:\n  date: {type: text}\nforms:\n  pay_form: {required_slots: [date]}\n`,
    'required_slots empty': `${head}forms:\n  pay_form:\n    required_slots: []\n`,
    'required_slots with nothing': `${head}forms:\n  pay_form:\n    required_slots:\n`,
    'required_slots absent': `${head}forms:\n  pay_form:\n    ignored_intents: [greet]\n`,
  };
  const ways = Object.entries(layouts).flatMap(([name, text]) =>
    [text, text.trimEnd(), text.replaceAll('\n', '\r\n')].map((one) => [name, one] as const),
  );

  it.each(ways)('%s', (_, text) => {
    const base = [nluFile, { path: 'domain.yml', text }, rulesFile];
    const after = apply(base, wanted);
    const patched = textOf(after, 'domain.yml');
    const [before, read] = [parse(text), parse(patched)];
    expect(read.intents).toEqual(['pay_bill', 'complaint']);
    expect(read.entities).toEqual(['invoice', 'payer']);
    expect(Object.keys(read.slots)).toEqual(['date', 'invoice', 'payer']);
    const required = before.forms.pay_form.required_slots ?? [];
    expect(read.forms.pay_form.required_slots).toEqual([...required, 'invoice', 'payer']);
    expect(read.responses).toMatchObject({
      utter_ask_invoice: [{ text: 'Which invoice?' }],
      utter_ask_payer: [{ text: 'Which payer?' }],
    });
    expect(patched.includes('# none')).toBe(text.includes('# none'));
    expect(/(^|[^\r])\n/.test(patched)).toBe(!text.includes('\r'));
    expect(rasa.patch(wanted, after).files).toEqual([]);
  });

  it('come after the whole last section', () => {
    const base = [nluFile, { path: 'domain.yml', text: head + responses + forms }, rulesFile];
    const after = textOf(apply(base, [slotOf('invoice')]), 'domain.yml');
    expect(after.slice(after.indexOf('forms:'))).toBe(
      `${forms}    - invoice\nentities:\n- invoice\n`,
    );
  });
});

describe('files whose lines end in both ways', () => {
  const mixed =
    'nlu:\r\n- intent: a\n  examples: |\n    - one\n    - two\r\n    - three\n    - four\r\n';
  const base = [{ path: 'nlu.yml', text: mixed }];
  const remove = (...texts: string[]) =>
    suggestion({ kind: 'remove_phrases', intent: 'a', phrases: texts.map((text) => phrase(text)) });

  it.each([
    ['LF', 'three', '\n'],
    ['CR LF', 'four', '\r\n'],
  ])('a line put in after %s ends so', (_, last, eol) => {
    const text = mixed.slice(0, mixed.indexOf(last) + last.length) + eol;
    const [after] = apply([{ path: 'nlu.yml', text }], [add('a', 'five', 'six')]);
    expect(after?.text).toBe(`${text}    - five${eol}    - six${eol}`);
  });

  it.each([[['two']], [['three']], [['two', 'three']], [['one', 'two']], [['three', 'four']]])(
    'lines taken out leave the ends of the others: %j',
    (texts) => {
      const kept = mixed
        .split(/(?<=\n)/)
        .filter((line) => !texts.some((text) => line.includes(text)));
      expect(apply(base, [remove(...texts)])[0]?.text).toBe(kept.join(''));
    },
  );
});

describe('a domain over several files', () => {
  const slot = suggestion({
    kind: 'add_slot',
    intent: 'pay_bill',
    slot: 'invoice',
    prompt: 'Which invoice?',
    phrases: [phrase('pay A17', [{ slot: 'invoice', start: 4, end: 7 }])],
  });
  const parts = {
    'data/answers.yml': 'responses:\n  utter_faq/hours:\n  - text: From nine.\n',
    'domain/entities.yml': 'entities:\n- date\n',
    'domain/forms.yml': 'forms:\n  pay_form:\n    required_slots:\n    - date\n',
    'domain/intents.yml': 'intents:\n- pay_bill\n',
    'domain/responses.yml': 'responses:\n  utter_ask_date:\n  - text: When?\n',
    'domain/slots.yml': 'slots:\n  date:\n    type: text\n',
  };
  const come = {
    'domain/entities.yml': '- invoice\n',
    'domain/forms.yml': '    - invoice\n',
    'domain/responses.yml': '  utter_ask_invoice:\n  - text: Which invoice?\n',
    'domain/slots.yml':
      '  invoice:\n    type: text\n    influence_conversation: false\n    mappings:\n' +
      '    - type: from_entity\n      entity: invoice\n',
  };
  const all = Object.entries(parts).map(([path, text]) => ({ path, text }));
  const rest = files.filter(({ path }) => path !== 'domain.yml');

  it('each section grows where it stands', () => {
    const { files: changed, notes } = rasa.patch([slot], [...all, ...rest]);
    const lines = changed
      .filter(({ path }) => path.startsWith('domain'))
      .map(({ path, text }) => [path, text.replace(parts[path as keyof typeof parts], '')]);
    expect(Object.fromEntries(lines)).toEqual(come);
    expect(notes).toEqual([]);
  });

  it('a new section goes into no file of answers to retrieval intents', () => {
    const base = all.filter(({ path }) => path !== 'domain/entities.yml');
    const { files: changed } = rasa.patch([slot], [...base, ...rest]);
    expect(changed.map(({ path }) => path)).not.toContain('data/answers.yml');
    expect(textOf(changed, 'domain/forms.yml')).toMatch(/- invoice\nentities:\n- invoice\n$/);
  });
});

describe('forms of Rasa 2', () => {
  const slots = ['amount', 'payer'].map((slot) =>
    suggestion({ kind: 'add_slot', intent: 'pay_bill', slot, prompt: `Which ${slot}?` }),
  );
  const domainOf = (form: string, version = '2.0') =>
    `version: "${version}"\nintents: [pay_bill]\nslots:\n  date:\n    type: text\nforms:\n  pay_form:${form}`;
  const patched = (text: string) =>
    apply(
      [...files.filter(({ path }) => path !== 'domain.yml'), { path: 'domain.yml', text }],
      slots,
    );
  const date = '- type: from_entity\n';

  it.each([
    ['straight under the form', '    ', `\n    date:\n    ${date}`],
    ['beside ignored_intents', '    ', `\n    ignored_intents: [greet]\n    date:\n    ${date}`],
    ['under required_slots', '      ', `\n    required_slots:\n      date:\n      ${date}`],
  ])('%s, slots are mapped as the others are', (_, indent, form) => {
    const text = domainOf(form);
    const after = patched(text);
    const written = textOf(after, 'domain.yml');
    const lines = ['amount', 'payer'].map(
      (slot) => `${indent}${slot}:\n${indent}- type: from_text\n`,
    );
    expect(written.slice(written.indexOf(form), written.indexOf('responses:'))).toBe(
      form + lines.join(''),
    );
    expect(parse(written).slots.payer).toEqual({ type: 'text', influence_conversation: false });
    expect(rasa.patch(slots, after).files).toEqual([]);
  });

  it.each([
    ['no slots and Rasa 2', domainOf('\n    ignored_intents: [greet]\n')],
    ['an empty list and Rasa 2', domainOf('\n    required_slots: []\n')],
    ['mappings in braces', domainOf(' {date: [{type: from_text}]}\n')],
    ['a required_slots in braces', domainOf('\n    required_slots: {date: [{type: from_text}]}\n')],
    ['keys of another kind', domainOf('\n    title: Pay\n', '3.1')],
  ])('%s: left to hand, with a note', (_, text) => {
    const base = [
      ...files.filter(({ path }) => path !== 'domain.yml'),
      { path: 'domain.yml', text },
    ];
    expect(rasa.patch(slots, base)).toMatchObject({
      files: [],
      notes: ['amount', 'payer'].map((slot) => expect.stringContaining(`add ${slot} by hand`)),
    });
  });
});

it('what is no change of a file becomes a note, and unreadable files stay as they are', () => {
  const early = suggestion({
    kind: 'early_handoff',
    intent: 'greet',
    change: 'Hand over at once.',
  });
  const broken = { path: 'broken.yml', text: 'nlu: [' };
  const { files: changed, notes } = rasa.patch([early], [...files, broken]);
  expect(changed).toEqual([]);
  expect(notes).toEqual([
    expect.stringMatching(
      /^broken\.yml is no readable YAML \(.* at line 1, column 7\): left as it is$/,
    ),
    's-1: early_handoff is no change of a training file; do it by hand: Hand over at once.',
  ]);
});

it('prompts to be changed, and values of no known intent, become notes that say all there is to do', () => {
  const ask = suggestion({
    kind: 'change_prompt',
    slot: 'date',
    change: 'Ask as agents do.',
    prompt: 'On which day?',
  });
  const value = phrase('on Monday', [{ slot: 'date', start: 3, end: 9 }]);
  const { intent: _, ...told } = suggestion({
    kind: 'add_slot_examples',
    slot: 'date',
    phrases: [value],
  });
  const under = { ...told, intent: 'pay_bill' };
  expect(rasa.patch([ask, told], files)).toMatchObject({
    files: [],
    notes: [
      's-1: change_prompt is no change of a training file; do it by hand: Ask as agents do. In these words: "On which day?"',
      's-1: which intent its phrases have is not known, and answers have none of their own in every bot; put them in by hand, values marked',
    ],
  });
  expect(textOf(apply(files, [under]), 'data/nlu.yml')).toContain('on [Monday](date)');
});

const words = fc.oneof(
  fc.constantFrom('hi', 'hello there', 'where is it', 'pay my bill', 'I want to pay', 'new words'),
  fc.string({ unit: 'grapheme', maxLength: 20 }),
  fc.constantFrom('[a](b)', '/go', '- x: |', '# y', '\u202e\u0000', 'a\r\nb', '\'"', '⟨phone:1f⟩'),
);
const anyPhrase = fc
  .tuple(words, fc.nat(10), fc.nat(10))
  .map(([text, a, b]) =>
    phrase(text, a === 0 ? [] : [{ slot: 'date', start: Math.min(a, b), end: Math.max(a, b) }]),
  );
const anySuggestion = fc.record({
  kind: fc.constantFrom(
    'add_phrases' as const,
    'move_phrases' as const,
    'remove_phrases' as const,
    'out_of_scope_phrases' as const,
    'new_intent' as const,
    'add_slot' as const,
  ),
  intent: fc.constantFrom('greet', 'order_status', 'pay_bill', 'brand_new'),
  fromIntent: fc.constantFrom('greet', 'order_status', 'pay_bill'),
  slot: fc.constantFrom('amount', 'date', 'invoice'),
  phrases: fc.array(anyPhrase, { maxLength: 5 }),
});
const anyEnding = fc.constantFrom('\n', '\r\n');

const made = (parts: readonly Partial<Suggestion>[]) =>
  parts.map((part, i) => suggestion({ id: `s-${i}`, ...part }));
const withEnding = (eol: string) =>
  files.map((file) => ({ ...file, text: file.text.replaceAll('\n', eol) }));

it('applied twice is applied once', () => {
  fc.assert(
    fc.property(fc.array(anySuggestion, { maxLength: 6 }), anyEnding, (wanted, eol) => {
      const once = apply(withEnding(eol), made(wanted));
      expect(rasa.patch(made(wanted), once).files).toEqual([]);
    }),
    { numRuns: 100 },
  );
});

it('phrases that are added leave every old line where it was', () => {
  fc.assert(
    fc.property(fc.array(anySuggestion, { maxLength: 6 }), anyEnding, (wanted, eol) => {
      const adding = wanted.filter(({ kind }) => !/move|remove|slot/.test(kind));
      const base = withEnding(eol);
      const after = apply(base, made(adding));
      base.forEach(({ text }, i) => {
        const lines = (after[i]?.text ?? '').split(eol);
        let at = 0;
        for (const line of text.split(eol)) at = lines.indexOf(line, at) + 1 || Number.NaN;
        expect(at).toBe(lines.length);
      });
    }),
  );
});

const bots = '../shared/data/rasa_bots';
describe('files of real bots', () => {
  const folders = ['helpdesk-assistant', 'financial-demo', 'NLU-training-data/banking'];
  it.runIf(existsSync(bots)).each(folders)('%s: only the new lines are new', (folder) => {
    const base = globSync('**/*.yml', { cwd: `${bots}/${folder}` })
      .sort()
      .map((path) => ({ path, text: readFileSync(`${bots}/${folder}/${path}`, 'utf8') }));
    const nluText = base.find(({ text }) => /^nlu:/m.test(text))?.text ?? '';
    const items: { intent?: string }[] = parse(nluText).nlu;
    const intents = items.flatMap(({ intent }) => intent ?? []);
    const all = intents.map((intent, i) => ({
      ...add(intent, `an utterance that nobody wrote, number ${i}`),
      id: `s-${i}`,
    }));
    const oos = suggestion({
      id: 's-oos',
      kind: 'out_of_scope_phrases',
      phrases: [phrase('sing me the anthem'), phrase('hum me the anthem')],
    });
    const after = apply(base, [...all, oos]);
    const come = base.flatMap(({ text }, i) => difference(text, after[i]?.text ?? '').come);
    const gone = base.flatMap(({ text }, i) => difference(text, after[i]?.text ?? '').gone);
    expect(gone).toEqual([]);
    expect(come.filter((line) => !/nobody wrote|the anthem/.test(line)).length).toBeLessThanOrEqual(
      2,
    );
    expect(come.filter((line) => /nobody wrote|the anthem/.test(line))).toHaveLength(
      intents.length + 2,
    );
    // Taking the new lines out again gives the old bytes.
    const restored = after.map(({ text }, i) => {
      const old = base[i]?.text ?? '';
      const fresh = new Set(difference(old, text).come);
      return text
        .split('\n')
        .filter((line) => !fresh.has(line))
        .join('\n');
    });
    expect(restored.filter((text, i) => text !== base[i]?.text).length).toBeLessThanOrEqual(1);
    expect(rasa.patch([...all, oos], after).files).toEqual([]);
  });
});
