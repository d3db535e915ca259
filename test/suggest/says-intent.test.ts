import { expect, it } from 'vitest';
import { saysIntent } from '../../src/suggest/says-intent.js';

it.each([
  ['pay a parking fine', 'pay_fine', 'dispute_fine', true],
  ['I dispute the fine that I should pay', 'pay_fine', 'dispute_fine', false],
  ['this fine is wrong', 'pay_fine', 'dispute_fine', false],
  ['pay my fines', 'fine', 'pay_fine', false],
  ['anything', 'fine', 'fine', false],
])('%s names %s and not %s: %s', (text, from, to, expected) => {
  expect(saysIntent(text, from, to)).toBe(expected);
});
