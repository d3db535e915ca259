import { expect, it } from 'vitest';
import { areTwins } from '../../src/suggest/same-wording.js';
import { twinsFrom } from '../../src/suggest/settings.js';
import { prepare } from '../../src/text/similarity.js';

const wording = (key: string, content?: string) =>
  content === undefined
    ? { key, prepared: prepare(key) }
    : { key, content, prepared: prepare(key) };

it.each([
  ['i am the executor for my late father', 'i am the executor for my late aunt', true],
  ['need to know what i still owe you', 'need to know how much i still owe you', true],
  ['you took 12 34 from my bank twice', 'you took 999 from my bank twice', true],
  ['it got denied n i dont get why', 'it got denied and i dont get for what reason', true],
  ['renew my driver licence', 'i need to renew my driver licence', true],
  ['you took money out of my bank', 'money was taken from my card twice', false],
  ['what is my name', 'what is my fine', false],
  ['any update on my claim', 'claim update please', false],
])('%s and %s: %s', (a, b, expected) => {
  expect(areTwins(wording(a), wording(b), twinsFrom)).toBe(expected);
  expect(areTwins(wording(b), wording(a), twinsFrom)).toBe(expected);
});

it('two may have the same own ends', () => {
  const [one, other] = [wording('who has handed in a hat'), wording('who has handed in my bag')];
  const own = { ...one, ownEnds: { start: 3 } };
  expect(areTwins(own, other, 1)).toBe(true);
  expect(areTwins(other, own, 1)).toBe(true);
  expect(areTwins(one, other, 1)).toBe(false);
});

it('values may be much alike', () => {
  const [one, other] = [wording('12 high street'), wording('12 high road')];
  expect(areTwins(one, other, 0.85)).toBe(false);
});

it('the same is said by the same words of content, if there are any', () => {
  const said = (a: string, b: string) =>
    areTwins(wording('the slip for my taxes', a), wording('a receipt please', b), twinsFrom);
  expect(said('tax receipt', 'tax receipt')).toBe(true);
  expect(said('print document', 'document not print')).toBe(false);
  expect(said('', '')).toBe(false);
});
