import { expect, it } from 'vitest';
import { english } from '../../src/language/en/english.js';
import { hasUnmarked } from '../../src/suggest/unmarked.js';

const spoken = (text: string, marked?: string) => ({
  text,
  entities:
    marked === undefined
      ? []
      : [{ slot: 'value', start: text.indexOf(marked), end: text.indexOf(marked) + marked.length }],
});

it.each([
  ['one ending in 8901', undefined, true],
  ['a twenty nineteen model', undefined, true],
  ['can i give you one hundred fourteen now', undefined, true],
  ['move it to the 15th', undefined, true],
  ['one ending in 8901', '8901', false],
  ['I have 2 cars and three bikes', undefined, false],
  ['on the 1st', undefined, false],
  ['it broke on october 1', undefined, true],
  ['from the sixth of november', undefined, true],
  ['may I pay 1 day later', undefined, false],
  ['secure northwind.shop for me', undefined, true],
  ['secure northwind dot shop for me', undefined, true],
  ['secure northwind dot shop for me', 'northwind dot shop', false],
  ['put a dot on it', undefined, false],
  ['secure www.Northwind.Shop for me', undefined, true],
  ['secure northwind.travel for me', undefined, true],
  ['secure northwind.travel for me', 'northwind.travel', false],
  ['my order.Can I cancel', undefined, false],
  ['stop my order.It never came', undefined, false],
  ['see e.g. the last one. Then stop', undefined, false],
] as const)('%s with %s marked: %s', (text, marked, expected) => {
  expect(hasUnmarked(spoken(text, marked), english)).toBe(expected);
});
