import { describe, expect, it } from 'vitest';
import { createOwnStems } from '../../src/suggest/own-stems.js';

const { isOfMatter, saysOwn } = createOwnStems(
  [{ text: 'my transfer is pending', intent: 'pending' }],
  [
    { text: 'transfers still waiting', intent: 'pending' },
    { text: 'it has been waiting', intent: 'pending' },
    { text: 'I moved in May', intent: 'address' },
    { text: 'moved house', intent: 'address' },
    { text: 'waiting', intent: 'address' },
    { text: 'moved and waiting for a transfer', intent: 'pending' },
    { text: 'banana', intent: 'pending' },
  ],
  new Set(['my', 'is', 'why', 'it', 'the']),
);

describe('words that an intent is about', () => {
  it.each([
    ['transfers, pending', true],
    ['why is it', true],
    ['', true],
    ['waiting', true],
    ['the banana', false],
    ['moved', false],
    ['my transfer is pending at the hospital', false],
  ])('%s: %s', (text, expected) => {
    expect(isOfMatter(text, 'pending')).toBe(expected);
  });

  it('are said where one of the words is one', () => {
    expect(saysOwn('my transfer is pending at the hospital', 'pending')).toBe(true);
    expect(saysOwn('the banana moved', 'pending')).toBe(false);
    expect(saysOwn('why is it', 'pending')).toBe(false);
  });

  it('are none where the bot has no intent', () => {
    expect(isOfMatter('transfer pending', null)).toBe(false);
    expect(saysOwn('transfer pending', null)).toBe(false);
  });
});
