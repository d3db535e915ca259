import { describe, expect, it } from 'vitest';
import { isHalting, stutters } from '../../src/suggest/halting.js';

const isTaught = (words: string) => ['would like', 'chop chop'].includes(words);
const tools = { lexicon: { disfluencies: ['um', 'like', 'you know'] }, isTaught };

describe('speech as it came', () => {
  it.each(['what like would you charge', 'it is um late', 'my card is fine but you know it fails'])(
    'halts: %s',
    (text) => {
      expect(isHalting(text, tools)).toBe(true);
    },
  );
  it.each(['I would like to pay', 'the drum is late', 'likely not'])(
    'does not halt: %s',
    (text) => {
      expect(isHalting(text, tools)).toBe(false);
    },
  );
  it('says words twice', () => {
    expect(stutters('you people people', tools)).toBe(true);
    expect(stutters('chop chop now', tools)).toBe(false);
    expect(stutters('how do i do i pay', tools)).toBe(true);
    expect(stutters('do i pay or do i wait', tools)).toBe(false);
  });
});
