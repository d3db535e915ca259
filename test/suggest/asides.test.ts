import { describe, expect, it } from 'vitest';
import { createAsides } from '../../src/suggest/asides.js';

const said = [
  { text: 'Renew my book. I am so tired of this.', intent: 'renew' },
  { text: 'What is my fine? I am so tired of this!', intent: 'fine' },
  { text: 'i am so tired of this, where are you', intent: 'place' },
  { text: 'can you renew it', intent: 'renew' },
  { text: 'can you renew it, please', intent: 'renew' },
  { text: 'can you renew it', intent: 'fine' },
  { text: 'the due date is today', intent: 'renew' },
  { text: 'the due date is today', intent: 'renew' },
];
const asides = createAsides(said);
const parts = (text: string) =>
  asides.parts(text).map(({ start, end }) => text.slice(start, end).trim());

describe('what is said beside any wish', () => {
  it('comes with wishes of many kinds', () => {
    expect(asides.isAside('I am so tired of this!')).toBe(true);
    expect(asides.isAside('Can you renew it')).toBe(false);
    expect(asides.isAside('never said')).toBe(false);
  });

  it.each([
    ['i am so tired of this where is it', ['i am so tired of this', 'where is it']],
    ['renew it i am so tired of this', ['renew it', 'i am so tired of this']],
    ['can you renew it the due date is today', ['can you renew it', 'the due date is today']],
    ['can you renew it for a week', ['can you renew it for a week']],
  ])('parts %s', (text, expected) => {
    expect(parts(text)).toEqual(expected);
  });
});
