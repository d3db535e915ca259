import { expect, it } from 'vitest';
import { createCommoner } from '../../src/suggest/commoner.js';

const commoner = createCommoner(
  new Map([
    ['have you decided on my claim', 8],
    ['have you decided on my clean', 1],
    ['what is left on my claim today', 3],
    ['can you tell me where it is', 4],
    ['i want to pay my bill', 6],
    ['i want to pay my premium', 1],
    ['my premium is too high for me', 3],
  ]),
);

it.each([
  ['another word than all others have there', 'have you decided on my clean', true],
  ['a word too many', 'can you tell me know where it is', true],
  ['a word too few', 'have you decided my claim', true],
  ['what most say', 'have you decided on my claim', false],
  ['a word that is used elsewhere', 'i want to pay my premium', false],
  ['what is like nothing', 'where do i find the form', false],
])('%s', (_, text, expected) => {
  expect(commoner.has(text.split(' '))).toBe(expected);
});
