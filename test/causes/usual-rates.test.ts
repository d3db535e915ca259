import { describe, expect, it } from 'vitest';
import { beyondUsual, usualRate } from '../../src/causes/usual-rates.js';

const places = (failed: readonly number[], tried = 100) =>
  failed.map((n, i) => ({ of: `p${i}`, failed: n, tried }));

describe('the usual rate', () => {
  it('is the middle one, and a few bad places do not move it', () => {
    expect(usualRate(places([5, 6, 4, 5, 50, 60]))).toBeCloseTo(0.05, 2);
    expect(usualRate([])).toBe(0);
  });

  it('counts a place as often as it was tried', () => {
    expect(
      usualRate([
        { of: 'large', failed: 100, tried: 1000 },
        { of: 'small', failed: 1, tried: 2 },
        { of: 'smaller', failed: 1, tried: 1 },
      ]),
    ).toBeCloseTo(0.1, 6);
  });
});

describe('beyond the usual rate', () => {
  it('are the places that surely fail more often', () => {
    expect([...beyondUsual(places([5, 6, 4, 5, 7, 5, 45]), 1.5)]).toEqual(['p6']);
  });

  it('is nothing where all places fail alike, often or seldom', () => {
    expect(beyondUsual(places([40, 42, 38, 41]), 1.5).size).toBe(0);
    expect(beyondUsual(places([0, 0, 0]), 1.5).size).toBe(0);
  });

  it('is nothing that rests on a handful of failures', () => {
    expect(
      beyondUsual([...places([1, 1, 1, 1]), { of: 'few', failed: 3, tried: 4 }], 1.5).size,
    ).toBe(0);
  });

  it('asks for a larger excess where that is wanted', () => {
    const rates = places([10, 10, 10, 10, 10, 24]);
    expect([...beyondUsual(rates, 1.5)]).toEqual(['p5']);
    expect(beyondUsual(rates, 3).size).toBe(0);
  });
});
