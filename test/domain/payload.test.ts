import { expect, it } from 'vitest';
import { isPayload } from '../../src/domain/payload.js';

it.each([
  ['/request_loan{"amount": 5}', true],
  ['/SetSlots(amount=5, months=12)', true],
  ['  /start now', true],
  ['3/4 of it', false],
  ['/ what is this', false],
  ['I want to pay', false],
])('"%s" is a payload: %s', (text, expected) => {
  expect(isPayload(text)).toBe(expected);
});
