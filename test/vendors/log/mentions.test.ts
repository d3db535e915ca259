import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openInput } from '../../../src/vendors/input/input.js';
import { createLastMentions, isTold, lastMentions } from '../../../src/vendors/log/mentions.js';
import { createFolder, type Folder } from '../../ingest/reading.js';

let folder: Folder;
beforeEach(() => {
  folder = createFolder();
});
afterEach(() => folder.remove());

const session = /"sessionId\\*"\s*:\s*\\*"([^"\\]+)/;
const entry = (id: string) => JSON.stringify({ sessionId: id, timestamp: 1 });

/** Of some files the line of each that names a session for the last time, by reading on until it is behind. */
async function linesOf(
  files: Parameters<typeof lastMentions>[0],
  id: string,
): Promise<(number | null)[]> {
  const last = await lastMentions(files, session);
  const far = files.map(() => Number.POSITIVE_INFINITY);
  return files.map((_, file) => {
    const lines = [...Array(12).keys()];
    const behind = lines.find((line) => last.isBehind(id, far.with(file, line)));
    return behind === undefined ? null : behind - 1;
  });
}

describe('the last line that names a session', () => {
  it('is found over files, also where an entry is text within an event', async () => {
    const wrapped = JSON.stringify({ message: entry('a') });
    const files = [
      folder.write('1.jsonl', `${entry('a')}\n${entry('b')}\n`),
      folder.write('2.jsonl', `\n${wrapped}\n${entry('c')} \n`),
    ].map((path) => openInput(path));
    // -1: nowhere, so that it is behind before the file was begun.
    expect(await linesOf(files, 'a')).toEqual([1, 2]);
    expect(await linesOf(files, 'b')).toEqual([2, -1]);
    expect(await linesOf(files, 'c')).toEqual([-1, 3]);
    expect(await linesOf(files, 'd')).toEqual([null, null]);
  });

  it('counts every session of a line that holds several', async () => {
    const text = `{"events":[${entry('a')},${entry('b')}]}\n${entry('a')}`;
    const files = [openInput(folder.write('day.json', text))];
    expect([await linesOf(files, 'a'), await linesOf(files, 'b')]).toEqual([[2], [1]]);
  });

  it('is found wherever the file is cut into pieces, in any letters', async () => {
    const text = Buffer.from(
      `${entry('kündé-1')}\n{"sessionId"\n:\n"b"}\n${entry('kündé-1')}\n${entry('会-2')}\n${entry('x'.repeat(5000))}\n`,
    );
    for (const size of [1, 2, 3, 7, 64]) {
      const chunks = async function* () {
        for (let at = 0; at < text.length; at += size) yield text.subarray(at, at + size);
      };
      const files = [{ path: 'a.jsonl', chunks }];
      expect(await linesOf(files, 'kündé-1')).toEqual([5]);
      expect(await linesOf(files, 'b')).toEqual([4]);
      expect(await linesOf(files, '会-2')).toEqual([6]);
    }
  });

  it('is found behind a path, also where the file is cut within it', async () => {
    const pattern = /"session"\s*:\s*"(?:[^"\\]*\/)?([^"\\/]+)/;
    const text = Buffer.from('{"session":"projects/demo/sessions/a"}\n'.repeat(300));
    for (let size = 4000; size < 4050; size++) {
      const chunks = async function* () {
        for (let at = 0; at < text.length; at += size) yield text.subarray(at, at + size);
      };
      const last = await lastMentions([{ path: 'a.jsonl', chunks }], pattern);
      expect([300, 301].map((line) => last.isBehind('a', [line]))).toEqual([false, true]);
      expect(last.isBehind('projects', [301])).toBe(false);
    }
  });

  it('is behind from the next line on, and never where it is not known', () => {
    const last = createLastMentions();
    last.note('a', 0, 3);
    last.note('a', 1, 7);
    last.note('a', 1, 5);
    const behind = (...progress: number[]) => last.isBehind('a', progress);
    expect([behind(9, 7), behind(3, 8), behind(4, 8), behind(9, 9)]).toEqual([
      false,
      false,
      true,
      true,
    ]);
    expect(last.isBehind('b', [9, 9])).toBe(false);
    expect([...last.spans(), last.lastLine(1)]).toEqual([[0, 1], 7]);
  });

  it('is not told by the text of tables, whose cells have quotes of their own', async () => {
    const table = openInput(folder.write('t.csv', 'name,content\na,"{""x"":1}"\n'));
    const lines = openInput(folder.write('l.jsonl', entry('a')));
    const wrapping = { lists: [], csv: ['content'] };
    expect(await isTold([lines], wrapping)).toBe(true);
    expect(await isTold([lines, table], wrapping)).toBe(false);
  });
});
