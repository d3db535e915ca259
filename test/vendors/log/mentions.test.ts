import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openInput } from '../../../src/vendors/input/input.js';
import { isBehind, isTold, lastMentions } from '../../../src/vendors/log/mentions.js';
import { createFolder, type Folder } from '../../ingest/reading.js';

let folder: Folder;
beforeEach(() => {
  folder = createFolder();
});
afterEach(() => folder.remove());

const session = /"sessionId\\*"\s*:\s*\\*"([^"\\]+)/;
const entry = (id: string) => JSON.stringify({ sessionId: id, timestamp: 1 });

describe('the last line that names a session', () => {
  it('is found over files, also where an entry is text within an event', async () => {
    const wrapped = JSON.stringify({ message: entry('a') });
    const files = [
      folder.write('1.jsonl', `${entry('a')}\n${entry('b')}\n`),
      folder.write('2.jsonl', `\n${wrapped}\n${entry('c')} \n`),
    ];
    expect([
      ...(await lastMentions(
        files.map((path) => openInput(path)),
        session,
      )),
    ]).toEqual([
      ['a', { file: 1, line: 2 }],
      ['b', { file: 0, line: 2 }],
      ['c', { file: 1, line: 3 }],
    ]);
  });

  it('counts every session of a line that holds several', async () => {
    const path = folder.write(
      'day.json',
      `{"events":[${entry('a')},${entry('b')}]}\n${entry('a')}`,
    );
    expect([...(await lastMentions([openInput(path)], session))]).toEqual([
      ['a', { file: 0, line: 2 }],
      ['b', { file: 0, line: 1 }],
    ]);
  });

  it('is behind from the next line on, and never where it is not known', () => {
    const last = { file: 1, line: 7 };
    const behind = (file: number, line: number) => isBehind(last, { file, line });
    expect([behind(0, 9), behind(1, 7), behind(1, 8), behind(2, 1)]).toEqual([
      false,
      false,
      true,
      true,
    ]);
    expect(isBehind(undefined, { file: 9, line: 9 })).toBe(false);
  });

  it('is not told by the text of tables, whose cells have quotes of their own', async () => {
    const table = openInput(folder.write('t.csv', 'name,content\na,"{""x"":1}"\n'));
    const lines = openInput(folder.write('l.jsonl', entry('a')));
    expect(await isTold([lines])).toBe(true);
    expect(await isTold([lines, table])).toBe(false);
  });
});
