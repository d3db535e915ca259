import { describe, expect, it } from 'vitest';
import { createRandom } from '../../src/lib/random.js';

const numbers = (...keys: (string | number)[]) => {
  const random = createRandom(...keys);
  return Array.from({ length: 200 }, () => random.next());
};

describe('createRandom', () => {
  it('gives the same numbers for the same keys and others for other keys', () => {
    expect(numbers('lender', 7)).toEqual(numbers('lender', 7));
    expect(numbers('lender', 7)).not.toEqual(numbers('lender', 8));
    expect(numbers('a', 'b')).not.toEqual(numbers('b', 'a'));
  });

  it('is uniform enough: mean 1/2, and every tenth of the range is visited', () => {
    const random = createRandom('uniform');
    const draws = Array.from({ length: 20_000 }, () => random.next());
    const mean = draws.reduce((sum, x) => sum + x, 0) / draws.length;
    expect(mean).toBeCloseTo(0.5, 2);
    for (let tenth = 0; tenth < 10; tenth++) {
      const share = draws.filter((x) => Math.floor(x * 10) === tenth).length / draws.length;
      expect(share).toBeGreaterThan(0.09);
      expect(share).toBeLessThan(0.11);
    }
  });

  it('draws log-normal waits with the median asked for', () => {
    const random = createRandom('waits');
    const draws = Array.from({ length: 10_001 }, () => random.logNormal(45, 0.9)).sort(
      (a, b) => a - b,
    );
    expect(draws[5000]).toBeGreaterThan(42);
    expect(draws[5000]).toBeLessThan(48);
  });

  it('keeps whole numbers within both ends and refuses an empty list', () => {
    const random = createRandom('ends');
    const draws = new Set(Array.from({ length: 500 }, () => random.int(2, 5)));
    expect([...draws].sort()).toEqual([2, 3, 4, 5]);
    expect(() => random.pick([])).toThrow(RangeError);
  });
});
