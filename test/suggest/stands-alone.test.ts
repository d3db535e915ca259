import { describe, expect, it } from 'vitest';
import { createStandsAlone } from '../../src/suggest/stands-alone.js';

const standsAlone = createStandsAlone(
  { saysOwn: (text, intent) => intent === 'parcel' && text.includes('courier') },
  {
    pointingBack: ['it', 'them', 'that one'],
    stopWords: ['i', 'it', 'them', 'is', 'have', 'should', 'to', 'you', 'the', 'what', 'a'],
  },
);

describe('words that say what they are about', () => {
  it.each([
    ['it should have come to you', false],
    ['should the courier have brought it to you', true],
    ['what should have come to you', true],
    ['a bit of luck', true],
    ['I asked them, and They should have That One', false],
  ])('%s: %s', (text, expected) => {
    expect(standsAlone(text, 'parcel')).toBe(expected);
  });

  it('are of any intent, and need words of content where there is none', () => {
    expect(standsAlone('should the courier have brought it', 'refund')).toBe(false);
    expect(standsAlone('is it true', null)).toBe(false);
    expect(standsAlone('sell me electricity, is it dear', null)).toBe(true);
  });
});
