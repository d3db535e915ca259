import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { probabilityAbove, shareOf } from '../../src/questions/share-of-need.js';

const allRead = { mean: 1, variance: 0 };
const above = (hits: number, all: number, read = allRead) =>
  probabilityAbove(0.5, shareOf({ hits, all }, 0.1, 1), read);

describe('a share of need', () => {
  it('is the mean and the variance of a beta distribution', () => {
    // Beta(2 + 0.5, 1 + 0.5): 2.5 / 4, and 2.5 * 1.5 / (16 * 5).
    const { mean, variance } = shareOf({ hits: 2, all: 3 }, 0.5, 1);
    expect(mean).toBeCloseTo(2.5 / 4, 12);
    expect(variance).toBeCloseTo(3.75 / 80, 12);
  });

  it('is above a bound the more probably, the more of it was counted', () => {
    expect(above(6, 8)).toBeGreaterThan(0.5);
    expect(above(60, 80)).toBeGreaterThan(above(6, 8));
    expect(above(4, 10)).toBeLessThan(0.5);
    expect(above(40, 100)).toBeLessThan(above(4, 10));
  });

  it('is hardly known from a handful: then what is usual counts', () => {
    expect(above(2, 4)).toBeLessThan(0.5);
    expect(probabilityAbove(0.5, shareOf({ hits: 2, all: 4 }, 0.9, 1), allRead)).toBeGreaterThan(
      0.5,
    );
  });

  it('is larger than what is seen of it, where not all asks are read', () => {
    expect(above(42, 100)).toBeLessThan(0.5);
    expect(above(42, 100, { mean: 0.8, variance: 0 })).toBeGreaterThan(0.5);
  });

  it('is less sure where the share of asks that is read is', () => {
    const [exact, vague] = [0, 0.02].map((variance) => above(50, 100, { mean: 0.8, variance }));
    expect(vague).toBeLessThan(exact ?? 0);
    expect(vague).toBeGreaterThan(0.5);
  });

  it('is a probability, and grows with what is seen', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 300 }),
        fc.double({ min: 0.5, max: 1, noNaN: true }),
        (all, mean) => {
          const shares = Array.from({ length: all + 1 }, (_, hits) =>
            above(hits, all, { mean, variance: 0.001 }),
          );
          expect(shares.every((p) => p >= 0 && p <= 1)).toBe(true);
          expect(shares).toEqual([...shares].sort((a, b) => a - b));
        },
      ),
    );
  });
});
