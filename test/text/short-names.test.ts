import { describe, expect, it } from 'vitest';
import { createFullNames } from '../../src/text/short-names.js';

const inFull = createFullNames([
  'date',
  'date',
  'diet',
  'amount',
  'quantity',
  'address',
  'product',
]);

describe('a word of a name', () => {
  it.each([
    ['dt', 'date'],
    ['amt', 'amount'],
    ['qty', 'quantity'],
    ['addr', 'address'],
  ])('%s is short for %s', (short, word) => {
    expect(inFull(short)).toBe(word);
  });

  it.each([
    ['pct', 'leaves out more than a consonant'],
    ['am', 'has a vowel'],
    ['dob', 'is another word'],
    ['d', 'is a letter'],
    ['dat', 'is written as words are'],
  ])('%s stands for itself: it %s', (word) => {
    expect(inFull(word)).toBe(word);
  });

  it('of which two are as near stays as it is', () => {
    expect(createFullNames(['date', 'diet'])('dt')).toBe('dt');
  });
});
