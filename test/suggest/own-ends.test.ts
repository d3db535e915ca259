import { describe, expect, it } from 'vitest';
import { createOwnEnds, shareOwnEnds } from '../../src/suggest/own-ends.js';
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
const ownEndsOf = createOwnEnds(said);
const listed = (text: string) => ({ list: words(text), ownEnds: ownEndsOf(text) });
const areOne = (a: string, b: string) => {
  const isOne = shareOwnEnds(listed(a), listed(b));
  expect(shareOwnEnds(listed(b), listed(a))).toBe(isOne);
  return isOne;
};

describe('wordings with the same own ends', () => {
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

  it('are one where one of them alone has more than its own ends', () => {
    const [a, b] = [words('has anyone handed in'), words('has anyone handed in a bag')];
    const own = { list: b, ownEnds: { start: 4 } };
    expect(shareOwnEnds({ list: a }, own)).toBe(true);
    expect(shareOwnEnds(own, { list: a })).toBe(true);
    expect(shareOwnEnds({ list: a }, { list: b })).toBe(false);
  });

  it('share a word of the shorter one at one end alone', () => {
    const own = (text: string) => ({ list: words(text), ownEnds: { start: 3, end: 3 } });
    const [a, b] = [own('cancel my order'), own('cancel my order then cancel my order')];
    expect(shareOwnEnds(a, b)).toBe(false);
    expect(shareOwnEnds(b, a)).toBe(false);
    const [more, longer] = [own('cancel my order please'), own('cancel my order then please')];
    expect(shareOwnEnds(more, longer)).toBe(true);
    expect(shareOwnEnds(longer, more)).toBe(true);
  });
});
