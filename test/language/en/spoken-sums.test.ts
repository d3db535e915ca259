import { describe, expect, it } from 'vitest';
import { spokenSums } from '../../../src/language/en/spoken-sums.js';

describe('sums that are told in two numbers', () => {
  it.each([
    ['twenty seven eighty', ['27.80']],
    ['it says two hundred sixty eight and eighty cents', ['268.80']],
    ['236 and 80 cents but check me on that', ['236.80']],
    ['ninety one dollars oh five', ['91.05']],
    ['the fine was 119 dollars 42', ['119.42']],
  ])('"%s" may be %s', (text, sums) => {
    expect(spokenSums(text)).toEqual(sums);
  });

  it.each(['three books', 'one hundred ninety pounds', 'in aisle twenty on shelf nine', 'oh well'])(
    '"%s" is none',
    (text) => {
      expect(spokenSums(text)).toEqual([]);
    },
  );
});
