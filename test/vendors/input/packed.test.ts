import { gzipSync } from 'node:zlib';
import { strToU8, zipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openInput } from '../../../src/vendors/input/input.js';
import { BrokenInput } from '../../../src/vendors/input/packed.js';
import { createFolder, type Folder } from '../../ingest/reading.js';

let folder: Folder;
beforeEach(() => {
  folder = createFolder();
});
afterEach(() => folder.remove());

async function textOf(bytes: Uint8Array): Promise<string> {
  const parts: Buffer[] = [];
  const file = openInput(folder.write('packed', Buffer.from(bytes)));
  for await (const part of file.chunks()) parts.push(part);
  return Buffer.concat(parts).toString('utf8');
}

const long = Array.from({ length: 20_000 }, (_, i) => `line ${i} ${i * 7919}`).join('\n');
const zipped = (files: Record<string, string>) =>
  zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])));

describe('a packed file', () => {
  it('may be packed twice', async () => {
    expect(await textOf(gzipSync(gzipSync(long)))).toBe(long);
  });

  it('may be a ZIP with one file, whatever a Mac puts beside it', async () => {
    expect(await textOf(zipped({ 'out/log.csv': long }))).toBe(long);
    expect(await textOf(zipped({ 'a.csv': 'a', '__MACOSX/._a.csv': 'x' }))).toBe('a');
  });

  it.each([
    ['several files', zipped({ 'a.csv': 'a', 'b.csv': 'b' }), /several files: unpack it/],
    ['a workbook', zipped({ '[Content_Types].xml': '', 'xl/a.xml': '' }), /save the sheet as CSV/],
    ['no files', zipped({}), /no file in the ZIP/],
    ['half of one', zipped({ 'a.csv': long }).subarray(0, 3000), /ends too early/],
  ])('is refused as a ZIP with %s', async (_, bytes, reason) => {
    await expect(textOf(bytes)).rejects.toThrow(BrokenInput);
    await expect(textOf(bytes)).rejects.toThrow(reason);
  });
});
