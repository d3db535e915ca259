import { describe, expect, it } from 'vitest';
import { createPhraseMatcher } from '../../src/text/phrases.js';

const matcher = createPhraseMatcher([
  "i'm angry",
  'speak to a human',
  'agent',
  'agent please',
  'c++ (help)',
]);

describe('a phrase matcher', () => {
  it.each([
    "I'm angry",
    'so I’m  angry!',
    'im angry',
    'let me speak to a\nhuman',
    'AGENT',
    'c++ (help)',
  ])('finds its phrase in "%s"', (text) => {
    expect(matcher.test(text)).toBe(true);
  });

  it.each(['agents', 'reagent', 'speak to humans', 'agentß', '', 'c++ help'])(
    'finds nothing in "%s"',
    (text) => {
      expect(matcher.test(text)).toBe(false);
      expect(matcher.find(text)).toEqual([]);
    },
  );

  it('finds the longest phrase at a place, as the list has it, with its place', () => {
    expect(matcher.find('An Agent  please, im angry')).toEqual([
      { phrase: 'agent please', start: 3, end: 16 },
      { phrase: "i'm angry", start: 18, end: 26 },
    ]);
  });

  it('finds nothing without phrases', () => {
    expect(createPhraseMatcher(['', ' ']).test('anything')).toBe(false);
  });
});
