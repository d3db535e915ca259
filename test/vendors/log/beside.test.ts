import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { textOf } from '../../../src/lib/json.js';
import {
  type BesideFiles,
  besideIndex,
  besideReader,
  createWanted,
} from '../../../src/vendors/log/beside.js';
import { createLatest } from '../../../src/vendors/log/latest.js';
import { createFolder, type Folder } from '../../ingest/reading.js';

let folder: Folder;
beforeEach(() => {
  folder = createFolder();
});
afterEach(() => folder.remove());

const files: BesideFiles = {
  glob: '*.jsonl',
  wrapping: { lists: ['messages'] },
  keyOf: ({ of }) => textOf(of),
};
const message = (of: string, n: number) => ({ of, n });

/** Asks for each key in turn, and says what was there. */
async function asked(paths: string[], keys: string[]) {
  const wanted = createWanted();
  for (const key of keys) wanted.get(key);
  const index = await besideIndex(paths, files);
  const reader = besideReader(paths, files, index, wanted);
  const found: (unknown[] | undefined)[] = [];
  for (const key of keys) {
    await reader.upTo([key]);
    found.push(reader.get(key)?.map(({ n }) => n));
    reader.done(key);
  }
  await reader.close();
  return { found, left: keys.map((key) => reader.get(key)) };
}

describe('objects of files beside a log', () => {
  it('are all there when they are asked for, in any order, and gone after the last time', async () => {
    const paths = [
      folder.write('1.jsonl', [message('a', 1), message('b', 2), message('a', 3)]),
      folder.write('2.jsonl', [{ messages: [message('c', 4), message('a', 5)] }, { broken: 1 }]),
    ];
    for (const keys of [
      ['a', 'b', 'c', 'b'],
      ['c', 'b', 'b', 'a'],
    ]) {
      const { found, left } = await asked(paths, keys);
      const all: Record<string, number[]> = { a: [1, 3, 5], b: [2], c: [4] };
      expect(found).toEqual(keys.map((key) => all[key]));
      expect(left.every((one) => one === undefined)).toBe(true);
    }
  });

  it('are not looked for where there are none', async () => {
    const paths = [folder.write('1.jsonl', [message('a', 1)])];
    expect((await asked(paths, ['x', 'a'])).found).toEqual([undefined, [1]]);
  });

  it('are passed over in files that nobody asks for', async () => {
    const paths = [
      folder.write('1.jsonl', [message('a', 1)]),
      folder.write('2.jsonl', [message('b', 2)]),
      folder.write('3.jsonl', [message('c', 3)]),
    ];
    const index = await besideIndex(paths, files);
    const wanted = createWanted();
    wanted.get('c');
    folder.remove();
    folder.write('3.jsonl', [message('c', 3)]);
    const reader = besideReader(paths, files, index, wanted);
    await reader.upTo(['c']);
    expect(reader.get('c')).toEqual([{ of: 'c', n: 3 }]);
  });
});

describe('the latest delivery', () => {
  it('is the one that was changed last, of equals the last one, of those without a time the last', () => {
    const latest = createLatest();
    latest.note('a', '2026-03-02T09:00:00Z', 1);
    latest.note('a', '2026-03-02T08:00:00Z', 2);
    latest.note('b', '2026-03-02T09:00:00Z', 3);
    latest.note('b', '2026-03-02T09:00:00Z', 4);
    latest.note('c', undefined, 5);
    latest.note('c', undefined, 6);
    const isLatest = (id: string) => [1, 2, 3, 4, 5, 6].filter((n) => latest.isLatest(id, n));
    expect(['a', 'b', 'c', 'd'].map(isLatest)).toEqual([[1], [4], [6], []]);
  });
});
