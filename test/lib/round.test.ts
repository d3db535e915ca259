import fc from 'fast-check';
import { expect, it } from 'vitest';
import { round, rounded } from '../../src/lib/round.js';
import {
  elapsed,
  estimate,
  minutes,
  percent,
  probability,
  range,
  seconds,
  signed,
  windowOf,
} from '../../src/publish/format.js';

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

it('formats numbers with their units, the same everywhere', () => {
  const thin = '\u202f';
  expect(minutes(1234.5)).toBe(`1${thin}235${thin}min`);
  expect(minutes(-4.04)).toBe(`\u22124.0${thin}min`);
  expect(minutes(-0.01)).toBe(`0.0${thin}min`);
  expect(minutes(null)).toBe('unknown');
  expect([0.0421, 0.5, 0, null].map(percent)).toEqual([
    `4.2${thin}%`,
    `50${thin}%`,
    `0${thin}%`,
    'unknown',
  ]);
  expect([59.6, 42, 150].map(seconds)).toEqual([
    `1${thin}min`,
    `42${thin}s`,
    `2${thin}min 30${thin}s`,
  ]);
  expect(probability(0.99997)).toBe('above 0.999');
  expect(signed(0.4, 1)).toBe('+0.4');
  expect(range([-1, 2.5], 1)).toBe('\u22121.0 to 2.5');
  expect(elapsed(725_000)).toBe('12:05');
  expect(windowOf({ days: 'weekend', from: 22, to: 2 })).toBe('weekends, 22:00–02:00');
  expect(estimate({ value: 4.31, interval: [3.9, 4.8], n: 1900 }, 'min', 1)).toBe(
    `4.3${thin}min (95${thin}% interval 3.9 to 4.8, n = 1${thin}900)`,
  );
});
