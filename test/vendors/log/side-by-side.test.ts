import { describe, expect, it } from 'vitest';
import type { InputFile } from '../../../src/vendors/input/input.js';
import { createLastMentions } from '../../../src/vendors/log/mentions.js';
import { groupsOf, sideBySide } from '../../../src/vendors/log/side-by-side.js';

/** Sessions of each file by number. */
function mentions(...files: number[][]) {
  const last = createLastMentions();
  for (const [file, sessions] of files.entries())
    for (const [i, one] of sessions.entries()) last.note(`s-${one}`, file, i + 1);
  return last;
}
const range = (from: number, to: number) => Array.from({ length: to - from }, (_, i) => from + i);

describe('files of one log', () => {
  it('are read side by side where a tenth of the sessions of one goes on in the other', () => {
    expect(groupsOf(2, mentions(range(0, 20), range(18, 40)))).toEqual([[0, 1]]);
    expect(groupsOf(2, mentions(range(0, 20), range(19, 40)))).toEqual([[0], [1]]);
    expect(groupsOf(2, null)).toEqual([[0], [1]]);
  });

  it('are in the order of the first of each group', () => {
    const [days, turns] = [
      [range(0, 10), range(10, 20)],
      [range(0, 10), range(10, 20)],
    ];
    expect(groupsOf(4, mentions(...days, ...turns))).toEqual([
      [0, 2],
      [1, 3],
    ]);
  });

  it('are no more than sixteen at once', () => {
    const all = groupsOf(20, mentions(...range(0, 20).map(() => range(0, 10))));
    expect(Math.max(...all.map(({ length }) => length))).toBeLessThanOrEqual(16);
    expect(all.flat().sort((a, b) => a - b)).toEqual(range(0, 20));
  });

  it('are read on where the smallest part has been read', async () => {
    const file = (lines: number): InputFile => ({
      path: 'a.jsonl',
      chunks: async function* () {
        for (let n = 1; n <= lines; n++) yield Buffer.from(`{"n":${n}}\n`);
      },
    });
    const last = mentions(range(0, 3), range(0, 6));
    const progress = [0, 0];
    const order: string[] = [];
    for await (const { file: at, objects } of sideBySide(
      [file(3), file(6)],
      { lists: [] },
      last,
      progress,
    ))
      for (const { line } of objects) {
        progress[at] = line;
        order.push(`${at}:${line}`);
      }
    expect(order.join(' ')).toBe('0:1 1:1 1:2 0:2 1:3 1:4 0:3 1:5 1:6');
    expect(progress).toEqual([Infinity, Infinity]);
  });
});
