import { describe, expect, it } from 'vitest';
import { nonNegative } from '../../src/stats/truncated-normal.js';

describe('an estimate that cannot be negative', () => {
  it('has the mean and quantiles of scipy.stats.truncnorm', () => {
    // truncnorm(a=-mean/deviation, b=inf, loc=mean, scale=deviation): half-normal, and one standard deviation below 0.
    const half = nonNegative(0, 1, 0.9);
    expect(half.mean).toBeCloseTo(Math.sqrt(2 / Math.PI), 6);
    expect(half.interval[0]).toBeCloseTo(0.062707, 4);
    expect(half.interval[1]).toBeCloseTo(1.959964, 4);
    expect(nonNegative(-1, 1, 0.9).mean).toBeCloseTo(0.525135, 4);
  });

  it('leaves what is far above 0, and makes little of what is far below', () => {
    const far = nonNegative(10, 1, 0.9);
    expect(far.mean).toBeCloseTo(10, 9);
    expect(far.interval[0]).toBeCloseTo(10 - 1.644854, 5);
    const below = nonNegative(-1000, 1, 0.9);
    expect(below.mean).toBeGreaterThan(0);
    expect(below.mean).toBeLessThan(0.2);
    expect(nonNegative(3, 0, 0.9)).toEqual({ mean: 3, interval: [3, 3] });
  });
});
