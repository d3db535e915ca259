import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createColumn, createIdTable, createMarkTable } from '../../src/lib/id-table.js';

describe.each([
  ['as they are', createIdTable],
  ['by their hashes', createMarkTable],
])('a table of ids %s', (_, createTable) => {
  it('numbers ids in the order in which they come, as a map of strings would', () => {
    const id = fc.oneof(
      fc.string({ maxLength: 4 }),
      fc.string({ unit: 'binary', maxLength: 4 }),
      fc.constantFrom('x'.repeat(999), 'x'.repeat(1000), 'x'.repeat(1001), 'é', '\ud800', ''),
    );
    fc.assert(
      fc.property(fc.array(id), fc.array(id), (ids, others) => {
        const table = createTable();
        const known = new Map<string, number>();
        for (const one of ids) if (!known.has(one)) known.set(one, known.size);
        expect(ids.map(table.add)).toEqual(ids.map((one) => known.get(one)));
        expect(table.size()).toBe(known.size);
        const all = [...ids, ...others];
        expect(all.map(table.find)).toEqual(all.map((one) => known.get(one) ?? -1));
      }),
    );
  });

  it('keeps apart a hundred thousand of them, over the ends of its blocks', () => {
    const table = createTable();
    const ids = Array.from({ length: 100_000 }, (_, n) => `projects/demo/sessions/s-${n}`);
    for (const id of ids) table.add(id);
    expect(ids.every((id, n) => table.find(id) === n && table.add(id) === n)).toBe(true);
    expect(table.find('projects/demo/sessions/s-100000')).toBe(-1);
  });
});

describe('a column of numbers', () => {
  it('grows, and is 0 where nothing was set', () => {
    const column = createColumn();
    column.set(5000, 2 ** 40);
    expect([column.get(5000), column.get(4999), column.get(9_999_999)]).toEqual([2 ** 40, 0, 0]);
  });
});
