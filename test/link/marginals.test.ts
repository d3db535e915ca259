import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matchingMarginals, type PairGraph } from '../../src/link/marginals.js';

/** Every matching counted one by one: the definition, for graphs small enough. */
function exactMarginals({ start, contact }: PairGraph, odds: Float64Array): number[] {
  const mass = Array.from(odds, () => 0);
  let total = 0;
  const visit = (h: number, used: Set<number>, chosen: number[], weight: number): void => {
    if (h + 1 >= start.length) {
      total += weight;
      for (const p of chosen) mass[p] = (mass[p] ?? 0) + weight;
      return;
    }
    visit(h + 1, used, chosen, weight);
    for (let p = start[h] ?? 0; p < (start[h + 1] ?? 0); p++) {
      const c = contact[p] ?? 0;
      if (used.has(c)) continue;
      visit(h + 1, new Set([...used, c]), [...chosen, p], weight * (odds[p] ?? 0));
    }
  };
  visit(0, new Set(), [], 1);
  return mass.map((m) => m / total);
}

const graph = (rows: number[][], contacts: number): PairGraph => ({
  start: Uint32Array.from([0, ...rows.map((_, i) => rows.slice(0, i + 1).flat().length)]),
  contact: Uint32Array.from(rows.flat()),
  contacts,
});

describe('posterior of pairs under one-to-one', () => {
  it('is odds / (1 + odds) for a pair alone', () => {
    const [p] = matchingMarginals(graph([[0]], 1), Float64Array.of(3));
    expect(p).toBeCloseTo(0.75, 6);
  });

  it('halves what two equal contacts share', () => {
    const [a, b] = matchingMarginals(graph([[0, 1]], 2), Float64Array.of(1e9, 1e9));
    expect(a).toBeCloseTo(0.5, 4);
    expect(b).toBeCloseTo(0.5, 4);
  });

  it('gives a contact that two handoffs want to the one with the better odds', () => {
    const [a, b] = matchingMarginals(graph([[0], [0]], 1), Float64Array.of(900, 100));
    expect(a).toBeCloseTo(0.899, 2);
    expect(b).toBeCloseTo(0.0999, 2);
  });

  it('is exact where the graph has no cycle', () => {
    const path = graph([[0, 1], [1, 2], [2]], 3);
    const odds = Float64Array.of(2, 5, 0.5, 7, 3);
    const exact = exactMarginals(path, odds);
    matchingMarginals(path, odds).forEach((p, i) => {
      expect(p).toBeCloseTo(exact[i] ?? Number.NaN, 5);
    });
  });

  it('never claims a handoff or a contact more than once in sum, cycles or not', () => {
    fc.assert(
      fc.property(
        fc.array(fc.uniqueArray(fc.integer({ min: 0, max: 5 }), { minLength: 1, maxLength: 6 }), {
          minLength: 1,
          maxLength: 6,
        }),
        fc.array(fc.double({ min: 0.001, max: 1e6, noNaN: true }), {
          minLength: 36,
          maxLength: 36,
        }),
        (rows, weights) => {
          const g = graph(rows, 6);
          const p = matchingMarginals(g, Float64Array.from(weights.slice(0, rows.flat().length)));
          const byContact = new Map<number, number>();
          g.contact.forEach((c, i) => {
            byContact.set(c, (byContact.get(c) ?? 0) + (p[i] ?? 0));
          });
          for (const sum of byContact.values()) expect(sum).toBeLessThan(1.001);
          rows.forEach((_, h) => {
            let sum = 0;
            for (let i = g.start[h] ?? 0; i < (g.start[h + 1] ?? 0); i++) sum += p[i] ?? 0;
            expect(sum).toBeLessThan(1.02);
          });
        },
      ),
      { numRuns: 100 },
    );
  });
});
