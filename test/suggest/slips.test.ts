import { describe, expect, it } from 'vitest';
import { createSlips } from '../../src/suggest/slips.js';

const texts = [
  ...Array.from({ length: 6 }, () => 'pay the money back'),
  'pay the mony back',
  'a honey pot',
  ...['my freind pays', 'a freind', 'my friend', 'friend', 'a friend pays', 'one friend'],
  'my payment is late, pay it',
  'my payment is late',
  'insure my cat now',
  'insure my car now',
  'insure my car now please',
];

describe('slips', () => {
  const slips = createSlips(texts, (word) => word !== 'freind' && word !== 'loan');
  it.each([
    'pay the mony back',
    'pay teh mnoey',
    'insure my cat now',
    'my freind pays',
    'my payment is later, pay it',
  ])('are in %s', (text) => {
    expect(slips.has(text)).toBe(true);
  });
  it.each([
    'pay the money back',
    'pya back',
    'an elephant',
    'my cat is ill',
    'insure my car now',
    'my friend pays',
    'loan',
  ])('are not seen in %s', (text) => {
    expect(slips.has(text)).toBe(false);
  });
});
