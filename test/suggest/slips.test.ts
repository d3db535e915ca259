import { describe, expect, it } from 'vitest';
import { createSlips } from '../../src/suggest/slips.js';

const texts = [
  ...Array.from({ length: 6 }, () => 'pay the money back'),
  'pay the mony back',
  'a honey pot',
];

describe('slips', () => {
  const slips = createSlips(texts);
  it.each([
    ['pay the mony back', 'pay the money back'],
    ['pay teh mnoey', 'pay teh money'],
  ])('of %s are corrected', (text, expected) => {
    expect(slips.corrected(text)).toBe(expected);
  });
  it.each(['pay the money back', 'pya back', 'an elephant'])('are not seen in %s', (text) => {
    expect(slips.corrected(text)).toBeNull();
  });
});
