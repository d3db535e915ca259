import { describe, expect, it, vi } from 'vitest';
import { english } from '../../src/language/en/english.js';
import { digestsIn } from '../../src/questions/value-digests.js';

const digestValue = (value: unknown) => english.canonical(value, { region: 'GB' });
const says = (text: string, value: string) =>
  digestsIn(text, digestValue, english).has(digestValue(value) ?? '');

describe('a text says', () => {
  it.each([
    ['let me see it says q g five zero dash v seven one', 'Qg50-V71'],
    ['it is l n two w y seven five oh', 'LN2WY750'],
    [
      'I was told that I should have a code on a letter that I got and I think it is q g five zero dash v seven one if I read it as I ought to',
      'Qg50-V71',
    ],
    ['I have a note here and it says a dash five zero seven two b', 'A-5072B'],
    ['it is i a five five zero two', 'IA5502'],
    ['I think a for apple five five zero two n for nellie', 'A5502N'],
    ['that is bright studio dot co dot uk', 'brightstudio.co.uk'],
  ])('%j: %s', (text, value) => {
    expect(says(text, value)).toBe(true);
  });

  it.each([
    ['q g five zero dash v seven two', 'Qg50-V71'],
    ['I have a red one', 'IAR1'],
  ])('%j does not say %s', (text, value) => {
    expect(says(text, value)).toBe(false);
  });
});

describe('runs of many words', () => {
  const start = 'we came to see green door of maple trees';
  const run = 'see green door of maple';

  it('are named by a text that says an address of the web among its first words', () => {
    expect(says(`${start} dot com`, run)).toBe(true);
  });

  it('are not where it says none, or one far behind', () => {
    expect(says(start, run)).toBe(false);
    expect(says(`${start} on the way home from work, and maple dot com`, run)).toBe(false);
  });
});

describe('a text is searched for a spelled code', () => {
  const searches = (text: string) => {
    const read = vi.fn(english.spelling.read);
    digestsIn(text, digestValue, { ...english, spelling: { ...english.spelling, read } });
    return read.mock.calls.length;
  };
  const between = (words: number) => `q ${'seven '.repeat(words)}b`;

  it.each(['k b five zero dash h two', 'a dash five and b', 'it is q g 5 0', between(8)])(
    'where letters are spelled: %j',
    (text) => {
      expect(searches(text)).toBe(1);
    },
  );

  it.each([
    'I have a red one and I would like a blue one instead, but I was told that I need a form for it',
    'Do I? A form came. I sent it.',
    'my row is b five',
    between(9),
  ])('not in %j', (text) => {
    expect(searches(text)).toBe(0);
  });

  it('of any length in no long time', () => {
    expect(searches('a'.repeat(100_000))).toBe(0);
    expect(searches('I have a '.repeat(11_000))).toBe(0);
  });
});
