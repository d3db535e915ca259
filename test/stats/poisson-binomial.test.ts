import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { poissonBinomialTail } from '../../src/stats/poisson-binomial.js';

describe('poissonBinomialTail', () => {
  it('gives known answers', () => {
    expect(poissonBinomialTail([0.5, 0.5], 2)).toBe(0.25);
    expect(poissonBinomialTail([0.5, 0.5], 1)).toBe(0.75);
    expect(poissonBinomialTail([0.2, 0.7, 1], 2)).toBeCloseTo(1 - 0.8 * 0.3, 12);
    expect(poissonBinomialTail([0.2], 2)).toBe(0);
    expect(poissonBinomialTail([], 0)).toBe(1);
  });

  it('is what counting all outcomes gives', () => {
    const trials = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 8 });
    fc.assert(
      fc.property(trials, fc.nat({ max: 9 }), (ps, least) => {
        let expected = 0;
        for (let outcome = 0; outcome < 2 ** ps.length; outcome++) {
          const hits = ps.map((_, i) => (outcome >> i) % 2 === 1);
          if (hits.filter(Boolean).length >= least)
            expected += ps.reduce((p, own, i) => p * (hits[i] ? own : 1 - own), 1);
        }
        expect(poissonBinomialTail(ps, least)).toBeCloseTo(expected, 9);
      }),
    );
  });
});
