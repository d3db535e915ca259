import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { clearAside, overwrite, writeWhole } from '../../src/lib/write-whole.js';

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'handback-whole-'));
  file = join(folder, 'health.json');
});
afterEach(() => rmSync(folder, { recursive: true }));

it('gives the mode that is asked for, whatever the umask: monitors run as others', () => {
  const before = process.umask(0o077);
  writeWhole(file, 'one');
  process.umask(before);
  expect(statSync(file).mode & 0o777).toBe(0o644);
});

it('leaves the file as it was and nothing aside where it fails', () => {
  mkdirSync(file);
  expect(() => writeWhole(file, 'two')).toThrow(/EISDIR|EEXIST|ENOTEMPTY/);
  expect(readdirSync(folder)).toEqual(['health.json']);
});

it('overwrites in place, longer and shorter, and makes no file', () => {
  expect(() => overwrite(file, 'none')).toThrow(/ENOENT/);
  writeFileSync(file, 'long enough');
  overwrite(file, 'short');
  expect(readFileSync(file, 'utf8')).toBe('short');
});

it('takes away what a killed process wrote aside of the file, and nothing else', () => {
  for (const name of ['health.json.77.tmp', 'other.json.77.tmp', 'health.json.old'])
    writeFileSync(join(folder, name), '');
  clearAside(file);
  expect(readdirSync(folder).sort()).toEqual(['health.json.old', 'other.json.77.tmp']);
  expect(existsSync(file)).toBe(false);
});
