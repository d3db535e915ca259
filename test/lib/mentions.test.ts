import { describe, expect, it } from 'vitest';
import { mapStrings } from '../../src/lib/map-strings.js';
import { maskMentions, mentions } from '../../src/lib/mentions.js';

describe('a word of its own', () => {
  it('is none in a longer one', () => {
    expect(mentions('chat/shop/s12', 's12')).toBe(true);
    expect(mentions('chat/shop/s123', 's12')).toBe(false);
    expect(mentions('a179839950444ba2', '5044')).toBe(false);
  });

  it('is masked wherever it stands, in its length', () => {
    expect(maskMentions('s12, s123 and (s12)', 's12')).toBe('000, s123 and (000)');
    expect(maskMentions('nobody', 's12')).toBe('nobody');
  });

  it('is looked for in strings alone', () => {
    const masked = mapStrings({ s12: ['s12', { at: 12, b: 's123' }], c: null }, (text) =>
      maskMentions(text, 's12'),
    );
    expect(masked).toEqual({ '000': ['000', { at: 12, b: 's123' }], c: null });
  });
});
