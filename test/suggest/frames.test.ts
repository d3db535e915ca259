import { describe, expect, it } from 'vitest';
import { createFrames, fillOneFrame } from '../../src/suggest/frames.js';
import { frame } from '../../src/suggest/settings.js';
import { words } from '../../src/text/words.js';

const things = ['a blue hat', 'the keys on a lanyard', 'my glove', 'a bag'];
const said = [
  ...things.map((thing) => ({ text: `has anyone handed in ${thing}`, intent: 'lost' })),
  ...things.map((thing) => ({ text: `${thing} is stuck, what now then`, intent: 'stuck' })),
  ...['a refund', 'a badge', 'a seat'].map((thing, i) => ({
    text: `how do I get ${thing}`,
    intent: `${i}`,
  })),
];
const frameOf = createFrames(said);
const areOne = (a: string, b: string) =>
  fillOneFrame([words(a), words(b)], frameOf(a), frame.shared);

describe('wordings in one frame', () => {
  it('are one where only one wish begins so', () => {
    expect(areOne('has anyone handed in a scarf', 'has anyone handed in my umbrella')).toBe(true);
  });

  it('are one where only one wish ends so', () => {
    expect(areOne('the door is stuck, what now then', 'it is stuck, what now then')).toBe(true);
  });

  it('are one by the last three words, and not by the first three alone', () => {
    expect(areOne('say what now then', 'it broke what now then')).toBe(true);
    expect(areOne('has anyone handed', 'has anyone handed')).toBe(false);
    expect(areOne('has anyone handed over hats', 'has anyone handed out maps')).toBe(false);
  });

  it('are two where all kinds of wishes begin so', () => {
    expect(areOne('how do I get a refund', 'how do I get a badge')).toBe(false);
  });

  it('are two where most of what they say is beside it', () => {
    const long = 'has anyone handed in the long green coat that I left on the bus to town';
    expect(areOne(long, 'has anyone handed in my umbrella')).toBe(false);
  });

  it('are two where nobody else begins so', () => {
    expect(areOne('where can I leave my coat', 'where can I leave my car')).toBe(false);
  });
});
