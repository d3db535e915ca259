import { describe, expect, it } from 'vitest';
import { addRow, createFeatureTable } from '../../src/questions/feature-table.js';

const trust = 2;
const share = (...parts: number[]) => Float64Array.from(parts);

function rowsOf(counts: readonly (readonly [string, Float64Array, number])[]) {
  const table = createFeatureTable();
  const bags = counts.map(([feature, of, times]) => ({ bag: table.bagOf([[feature, times]]), of }));
  const counter = table.counter(2, trust);
  for (const { bag, of } of bags) counter.add(bag, of, 1);
  const read = (feature: string, ratios = counter.ratios()) => {
    const logs = new Float64Array(2);
    addRow(logs, ratios, table.idOf(feature), 1);
    return [...logs];
  };
  return { counter, read, bags };
}

describe('a table of features', () => {
  const counts = [
    ['spain', share(1, 0), 3],
    ['line', share(0.5, 0.5), 2],
  ] as const;

  it('tells how much likelier a class makes a feature, shrunk towards nothing', () => {
    const { read } = rowsOf(counts);
    // Of 5 counts 3 are "spain": .6. The first class has 4 of them, the second 1.
    const ratio = (n: number, total: number) => Math.log((n + trust * 0.6) / (total + trust) / 0.6);
    const [first, second] = read('spain');
    expect(first).toBeCloseTo(ratio(3, 4), 12);
    expect(second).toBeCloseTo(ratio(0, 1), 12);
  });

  it('says nothing of a feature that it never saw, nor of one that no class has', () => {
    const { read } = rowsOf([...counts, ['nobody', share(0, 0), 1]]);
    expect(read('unheard')).toEqual([0, 0]);
    expect(read('nobody')).toEqual([0, 0]);
  });

  it('forgets what was counted after the last keep, and nothing else', () => {
    const { counter, read, bags } = rowsOf(counts);
    const before = read('spain');
    counter.keep();
    for (const { bag } of bags) counter.add(bag, share(0, 1), 4);
    expect(read('spain')).not.toEqual(before);
    counter.reset();
    expect(read('spain')).toEqual(before);
  });
});
