/** Files as bots have them, read as Rasa itself reads them. */
import { describe, expect, it } from 'vitest';
import { training } from '../../../src/vendors/rasa/training.js';
import type { TrainingFile } from '../../../src/vendors/vendor.js';

function read(...files: TrainingFile[]) {
  const warnings: string[] = [];
  const options = training.options.parse({});
  const { intents, slots } = training.read(files, options, 0, (one) => warnings.push(one));
  const examples = Object.fromEntries(intents.map((one) => [one.name, one.examples]));
  return { examples, slots, warnings };
}
const nlu = (text: string): TrainingFile => ({ path: 'data/nlu.yml', text: `nlu:\n${text}` });
const domain = (text: string): TrainingFile => ({ path: 'domain.yml', text });
const markdown = (text: string): TrainingFile => ({ path: 'data/nlu.md', text });

describe('a quoted text whose lines stand no deeper than its key', () => {
  const slotAsked = (text: string) =>
    read(
      nlu('- intent: order\n  examples: |\n    - order a lamp\n'),
      domain(`slots:\n  size:\n    type: text\nresponses:\n  utter_ask_size:\n  - text: ${text}\n`),
    );

  it.each([
    ['over two lines', '"Which size\n  do you want?"', 'Which size do you want?'],
    ['with a blank line', '"Which size\n\n  do you want?"', 'Which size\ndo you want?'],
    ['whose quote ends it on a line of its own', '"Which size?\n\n  "', 'Which size?\n'],
    ['in single quotes', "'It''s a\n  size'", "It's a size"],
    ['with a quote that is escaped', '"A \\"big\\"\n  one"', 'A "big" one'],
    ['twice', '"One\n  two"\n  - text: "Three\n  four"', 'One two'],
  ])('is read: %s', (_, text, prompt) => {
    const { slots, warnings } = slotAsked(text);
    expect(warnings).toEqual([]);
    expect(slots[0]?.prompts[0]).toBe(prompt);
  });

  it('is still an error where it never ends', () => {
    const { warnings } = slotAsked('"Which size\n  do you want?');
    expect(warnings).toEqual([expect.stringMatching(/^domain\.yml: Missing closing "quote/)]);
  });

  it('is read hundreds of times in a file', () => {
    const answers = Array.from({ length: 300 }, (_, i) => `  utter_${i}:\n  - text: "a\n  b"\n`);
    const slots = 'slots:\n  size:\n    type: text\n';
    const { warnings } = read(
      nlu('- intent: order\n  examples: |\n    - order a lamp\n'),
      domain(`${slots}responses:\n${answers.join('')}`),
    );
    expect(warnings).toEqual([]);
  });
});

it('takes lines of a block that begin with a dash, and none that stand deeper', () => {
  const { examples } = read(
    nlu(
      '- intent: order\n  examples: |\n    - order a lamp\n      - with a shade\n    -buy a lamp\n',
    ),
  );
  expect(examples).toEqual({ order: ['order a lamp', 'buy a lamp'] });
});

describe('anchors', () => {
  const order = nlu('- intent: order\n  examples: &same |\n    - order a lamp\n');

  it('are resolved where a slot takes over what another one has', () => {
    const { slots } = read(
      order,
      domain('slots:\n  size: &text\n    type: text\n  shade:\n    <<: *text\n'),
    );
    expect(slots.map(({ name, type }) => [name, type])).toEqual([
      ['size', 'text'],
      ['shade', 'text'],
    ]);
  });

  it('may be used more than a hundred times', () => {
    const slots = Array.from({ length: 150 }, (_, i) => `  slot_${i}: *text\n`).join('');
    const read150 = read(order, domain(`slots:\n  size: &text\n    type: text\n${slots}`));
    expect(read150.warnings).toEqual([]);
    expect(read150.slots).toHaveLength(151);
  });
});

describe('Markdown of Rasa 1', () => {
  it.each([
    ['a comment over lines', '<!--\n- an old one\n- an older one\n-->\n'],
    ['a comment that begins on a line of its own list', '<!-- - an old one\n- an older one -->\n'],
    ['a line that is drawn', '---\n'],
    ['a dash without words', '-\n'],
  ])('is read without %s', (_, extra) => {
    const { examples } = read(markdown(`## intent:order\n- order a lamp\n${extra}- buy a lamp\n`));
    expect(examples).toEqual({ order: ['order a lamp', 'buy a lamp'] });
  });

  it('goes on behind a heading that begins no section', () => {
    const text =
      '## intent: order\n-order a lamp\n# in other words\n* buy a lamp\n## synonym:lamp\n- lamps\n';
    expect(read(markdown(text)).examples).toEqual({ order: ['order a lamp', 'buy a lamp'] });
  });
});
