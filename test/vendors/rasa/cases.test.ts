import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { cases } from '../../../src/vendors/rasa/cases.js';
import { annotation } from '../../../src/vendors/rasa/training/examples.js';
import type { TrainingFile } from '../../../src/vendors/vendor.js';

const nlu: TrainingFile = {
  path: 'data/nlu.yml',
  text: 'version: "3.0"\nnlu:\n- intent: pay_bill\n  examples: |\n    - pay my bill for [May](month)\n- intent: faq/hours\n  examples: |\n    - when are you open\n',
};
const domain: TrainingFile = {
  path: 'domain.yml',
  text: 'version: "3.0"\nintents:\n- pay_bill\n- faq\nentities: [month]\n',
};
const flows: TrainingFile = {
  path: 'data/flows.yml',
  text: 'flows:\n  block_card:\n    description: Block a card.\n    steps:\n    - collect: card\n  pay:\n    description: Pay.\n    nlu_trigger:\n    - intent: pay_bill\n    steps:\n    - action: utter_pay\n',
};
const caseOf = (text: string, intent = 'pay_bill', slot?: [string, number, number]) => ({
  intent,
  text,
  phrase: {
    text,
    entities: slot ? [{ slot: slot[0], start: slot[1], end: slot[2] }] : [],
  },
});
const made = (all: ReturnType<typeof caseOf>[], files = [nlu, domain]) => cases(all, files);
const textOf = (files: readonly TrainingFile[], path: string) =>
  files.find((file) => file.path === path)?.text;

/** As `stories.yml` of Rasa's own schemas has a story of user messages, and nothing besides. */
const storiesFile = z.strictObject({
  version: z.string().optional(),
  stories: z.array(
    z.strictObject({
      story: z.string().min(1),
      steps: z.array(z.strictObject({ user: z.string().min(1), intent: z.string().min(1) })),
    }),
  ),
});
/** As Rasa Pro's end-to-end tests have a test case with an assertion. */
const testCasesFile = z.strictObject({
  test_cases: z.array(
    z.strictObject({
      test_case: z.string().regex(/^\w+$/),
      steps: z.array(
        z.strictObject({
          user: z.string().min(1),
          assertions: z.array(z.strictObject({ flow_started: z.string().min(1) })),
        }),
      ),
    }),
  ),
});

describe('test stories', () => {
  it('have the words with their values marked, the intent, and the version of the files', () => {
    const { files } = made([caseOf('settle July', 'pay_bill', ['month', 7, 11]), caseOf('I owe')]);
    expect(files.map(({ path }) => path)).toEqual(['test_handback.yml']);
    expect(files[0]?.text.replace(/^#.*\n/gm, '')).toBe(`version: "3.0"
stories:
- story: pay_bill, wording 1
  steps:
  - user: |
      settle [July](month)
    intent: pay_bill
- story: pay_bill, wording 2
  steps:
  - user: |
      I owe
    intent: pay_bill
`);
  });

  it('say no version where the files say none', () => {
    const [file] = made([caseOf('I owe')], [{ ...nlu, text: nlu.text.replace(/^.*\n/, '') }]).files;
    expect(storiesFile.parse(parse(file?.text ?? '')).version).toBeUndefined();
  });

  it('name a retrieval intent whole; its classifier knows its first part alone', () => {
    const { files, classified } = made([caseOf('open today?', 'faq/hours')]);
    expect(files[0]?.text).toContain('intent: faq/hours');
    expect(classified.map(({ intent }) => intent)).toEqual(['faq']);
  });

  it('are none for Rasa 1, which has no tests in YAML', () => {
    const markdown = { path: 'data/nlu.md', text: '## intent:pay_bill\n- pay my bill\n' };
    const { files, classified } = made([caseOf('I owe')], [markdown]);
    expect(files).toEqual([]);
    expect(classified).toHaveLength(1);
  });
});

describe('end-to-end test cases', () => {
  const calm = [nlu, domain, flows];

  it('are of the flow that is meant, or that the intent starts', () => {
    const all = [caseOf('stop my card', 'block_card'), caseOf('I owe')];
    const { files, classified } = made(all, calm);
    expect(files.map(({ path }) => path)).toEqual([
      'test_handback.yml',
      'handback/e2e_test_cases.yml',
    ]);
    expect(files[1]?.text.replace(/^#.*\n/gm, '')).toBe(`test_cases:
- test_case: handback_block_card_ec1cb72d18
  steps:
  - user: "stop my card"
    assertions:
    - flow_started: block_card
- test_case: handback_pay_5b5b06bb63
  steps:
  - user: "I owe"
    assertions:
    - flow_started: pay
`);
    // A flow is no intent that a classifier could be asked for.
    expect(classified.map(({ intent }) => intent)).toEqual(['pay_bill']);
    expect(files[0]?.text).not.toContain('block_card');
  });

  it('are none of a bot without flows', () => {
    expect(textOf(made([caseOf('I owe')]).files, 'handback/e2e_test_cases.yml')).toBeUndefined();
  });
});

describe('what a customer wrote', () => {
  /** Both files, read back: the words of the story without their marks, and of the test case. */
  const readBack = (text: string) => {
    const { files } = made([caseOf(text)], [nlu, domain, flows]);
    const [story] = storiesFile.parse(parse(textOf(files, 'test_handback.yml') ?? '')).stories;
    const [test] = testCasesFile.parse(
      parse(textOf(files, 'handback/e2e_test_cases.yml') ?? ''),
    ).test_cases;
    return {
      story: story?.steps[0]?.user.trim().replace(annotation, '$1'),
      test: test?.steps[0]?.user,
    };
  };

  it.each([
    'a # is no comment',
    '--- nor a document',
    '!no tag',
    '&no anchor *nor alias',
    'key: value',
    '- a dash',
    '# at the start',
    '\'quoted\' "twice" \\n',
    '{a: 1} % @ `b`',
    'yes',
    '12:30',
    // Rasa would fill in a variable of its surroundings where the text is plain.
    `\${HOME} stays`,
  ])('%j is words', (text) => {
    expect(readBack(text)).toEqual({ story: text, test: text });
  });

  it('marks no value by its brackets in a story, where they would', () => {
    expect(readBack('pay [me](month)')).toEqual({
      story: 'pay (me)(month)',
      test: 'pay [me](month)',
    });
  });

  it('is read back as it was, whatever it was', () => {
    const anything = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 60 }),
      fc.string({ unit: fc.constantFrom(...'ab "\'`{}():|>#&*!?%@,-\\$~') }),
    );
    fc.assert(
      fc.property(anything, (written) => {
        const text = written.replace(/[\p{C}\p{Z}\s[\]]+/gu, ' ').replace(/^[ /]+| +$/g, '');
        fc.pre(/[\p{L}\p{N}]/u.test(text));
        expect(readBack(text)).toEqual({ story: text, test: text });
      }),
    );
  });
});
