import { describe, expect, it } from 'vitest';
import { createSlips } from '../../src/suggest/slips.js';

const texts = [
  ...Array.from({ length: 6 }, () => 'pay the money back'),
  'pay the mony back',
  'a honey pot',
  'insure my cat now',
  'insure my car now',
  'insure my car now please',
];

describe('slips', () => {
  const slips = createSlips(texts);
  it.each(['pay the mony back', 'pay teh mnoey', 'insure my cat now'])('are in %s', (text) => {
    expect(slips.has(text)).toBe(true);
  });
  it.each(['pay the money back', 'pya back', 'an elephant', 'my cat is ill', 'insure my car now'])(
    'are not seen in %s',
    (text) => {
      expect(slips.has(text)).toBe(false);
    },
  );
});
