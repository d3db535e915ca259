import fc from 'fast-check';
import { expect, it } from 'vitest';
import { round, rounded } from '../../src/lib/round.js';

it('rounds to four decimals below one and to two above, and never to minus zero', () => {
  expect([0.98765, 12.3456, -0.00001, 0.1 + 0.2].map(round)).toEqual([0.9877, 12.35, 0, 0.3]);
  expect(Object.is(round(-0.00001), 0)).toBe(true);
  expect([Number.NaN, Number.POSITIVE_INFINITY].map(round)).toEqual([null, null]);
});

it('rounding twice is rounding once', () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true }), (value) => {
      const once = rounded({ value });
      expect(rounded(once)).toEqual(once);
    }),
  );
});
