import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Features, fitLogistic } from '../../src/stats/logistic-regression.js';

const rowOf = (values: Record<string, number>): Features => new Map(Object.entries(values));
const none = { l2: 1e-9, sweeps: 200 };

describe('logistic regression', () => {
  it('gives the log odds of a two by two table', () => {
    // Of 10 with x, 8 are true; of 20 without, 5.
    const rows = Array.from({ length: 30 }, (_, i) => rowOf(i < 10 ? { x: 1 } : {}));
    const labels = rows.map((_, i) => (i < 10 ? i < 8 : i < 15));
    const { scoreOf, weights } = fitLogistic(rows, labels, none);
    expect(scoreOf(rowOf({}))).toBeCloseTo(Math.log(5 / 15), 5);
    expect(weights.get('x')).toBeCloseTo(Math.log(8 / 2) - Math.log(5 / 15), 5);
  });

  it('finds where the gradient is nothing: residuals add up to l2 times the weight', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.double({ min: -2, max: 2, noNaN: true }), fc.boolean()), {
          minLength: 4,
          maxLength: 40,
        }),
        (points) => {
          const rows = points.map(([x]) => rowOf({ x }));
          const labels = points.map(([, label]) => label);
          fc.pre(new Set(labels).size === 2);
          const { scoreOf, weights } = fitLogistic(rows, labels, { l2: 2, sweeps: 300 });
          const gradient = points.reduce(
            (sum, [x, label], i) =>
              sum + x * ((label ? 1 : 0) - 1 / (1 + Math.exp(-scoreOf(rows[i] ?? new Map())))),
            0,
          );
          expect(gradient).toBeCloseTo(2 * (weights.get('x') ?? 0), 3);
        },
      ),
    );
  });

  it('stays finite where the rows can be told apart wholly', () => {
    const rows = [rowOf({ a: 1 }), rowOf({ b: 1 })];
    const { scoreOf } = fitLogistic(rows, [true, false], { l2: 1 });
    expect(scoreOf(rowOf({ a: 1 }))).toBeGreaterThan(0);
    expect(Math.abs(scoreOf(rowOf({ a: 1 })))).toBeLessThan(5);
  });

  it('makes nothing of a name that it was not taught', () => {
    const { scoreOf } = fitLogistic([rowOf({ a: 1 }), rowOf({})], [true, false], { l2: 1 });
    expect(scoreOf(rowOf({ unknown: 9 }))).toBe(scoreOf(rowOf({})));
  });

  it('wants a label for every row', () => {
    expect(() => fitLogistic([rowOf({})], [], { l2: 1 })).toThrow('1 rows, but 0 labels');
  });
});
