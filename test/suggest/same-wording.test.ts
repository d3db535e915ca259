import { expect, it } from 'vitest';
import { differInFew, saySame } from '../../src/suggest/same-wording.js';

it.each([
  ['i am the executor for my late father', 'i am the executor for my late aunt', true],
  ['need to know what i still owe you', 'need to know how much i still owe you', true],
  ['you took 12 34 from my bank twice', 'you took 999 from my bank twice', true],
  ['you took money out of my bank', 'money was taken from my card twice', false],
  ['what is my name', 'what is my fine', false],
  ['can i have it for a whole month', 'can i have it', false],
])('%s and %s: %s', (a, b, expected) => {
  expect(differInFew(a, b)).toBe(expected);
  expect(differInFew(b, a)).toBe(expected);
});

it('the same is said by the same words of content, if there are any', () => {
  expect(saySame({ content: 'tax receipt' }, { content: 'tax receipt' })).toBe(true);
  expect(saySame({ content: 'print document' }, { content: 'document not print' })).toBe(false);
  expect(saySame({ content: '' }, { content: '' })).toBe(false);
});
