import { expect, it } from 'vitest';
import { namesMore, saysIntent } from '../../src/suggest/says-intent.js';

it.each([
  ['pay a parking fine', 'pay_fine', 'dispute_fine', true],
  ['I dispute the fine that I should pay', 'pay_fine', 'dispute_fine', false],
  ['this fine is wrong', 'pay_fine', 'dispute_fine', false],
  ['pay my fines', 'fine', 'pay_fine', false],
  ['anything', 'fine', 'fine', false],
])('%s names %s and not %s: %s', (text, from, to, expected) => {
  expect(saysIntent(text, from, to)).toBe(expected);
});

it.each([
  ['cancel my protection plan', 'use my protection plan', 'cancel_plan', true],
  ['I want to use the protection plan', 'use my protection plan', 'cancel_plan', false],
  ['cancelling the plan', 'cancel the protection plan', 'cancel_plan', false],
  ['', 'use my protection plan', 'cancel_plan', false],
])('%s names more than %s of %s: %s', (said, phrase, intent, expected) => {
  expect(namesMore(said, phrase, intent)).toBe(expected);
});
