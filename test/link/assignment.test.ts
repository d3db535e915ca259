import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bestAssignment } from '../../src/link/assignment.js';
import type { PairGraph } from '../../src/link/marginals.js';

const graph = (rows: number[][], contacts: number): PairGraph => ({
  start: Uint32Array.from([0, ...rows.map((_, i) => rows.slice(0, i + 1).flat().length)]),
  contact: Uint32Array.from(rows.flat()),
  contacts,
});

/** The best total over every assignment, tried one by one. */
function bestTotal({ start, contact }: PairGraph, weight: Float64Array): number {
  const from = (h: number, used: ReadonlySet<number>): number => {
    if (h + 1 >= start.length) return 0;
    let best = from(h + 1, used);
    for (let p = start[h] ?? 0; p < (start[h + 1] ?? 0); p++) {
      const c = contact[p] ?? 0;
      if (!used.has(c))
        best = Math.max(best, (weight[p] ?? 0) + from(h + 1, new Set([...used, c])));
    }
    return best;
  };
  return from(0, new Set());
}

describe('the best assignment', () => {
  it('gives up a handoff’s best contact where the whole gains by it', () => {
    const chosen = bestAssignment(graph([[0, 1], [0]], 2), Float64Array.of(5, 4, 4));
    expect([...chosen]).toEqual([1, 2]);
  });

  it('leaves a handoff single rather than take a pair that speaks against itself', () => {
    expect([...bestAssignment(graph([[0]], 1), Float64Array.of(-1))]).toEqual([-1]);
    expect([...bestAssignment(graph([[]], 0), new Float64Array(0))]).toEqual([-1]);
  });

  it('reaches the best total of all assignments and takes nobody twice', () => {
    const cases = fc.record({
      rows: fc.array(fc.uniqueArray(fc.nat(5), { maxLength: 6 }), { minLength: 1, maxLength: 6 }),
      weights: fc.array(fc.double({ min: -3, max: 9, noNaN: true }), {
        minLength: 36,
        maxLength: 36,
      }),
    });
    fc.assert(
      fc.property(cases, ({ rows, weights }) => {
        const g = graph(rows, 6);
        const weight = Float64Array.from(weights.slice(0, rows.flat().length));
        const chosen = [...bestAssignment(g, weight)].filter((p) => p >= 0);
        const total = chosen.reduce((sum, p) => sum + (weight[p] ?? 0), 0);
        expect(total).toBeCloseTo(bestTotal(g, weight), 9);
        const taken = chosen.map((p) => g.contact[p]);
        expect(new Set(taken).size).toBe(taken.length);
      }),
      { numRuns: 300 },
    );
  });
});
