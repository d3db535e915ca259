import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { NightError } from '../../src/domain/errors.js';
import { stageNight } from '../../src/publish/write.js';

let root = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'handback-write-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const night = () => join(root, 'out', '2026-03-02');
const file = (path: string, content: string) => ({ path, content });
const read = (path: string) => readFileSync(join(night(), path), 'utf8');

it('writes files and folders, and leaves nothing else behind', () => {
  stageNight(night(), [
    file('summary.md', 'a'),
    file('import/rasa/data/nlu.yml', 'ü\r\n'),
  ]).publish();
  expect(read('summary.md')).toBe('a');
  expect(read('import/rasa/data/nlu.yml')).toBe('ü\r\n');
  expect(readdirSync(join(root, 'out'))).toEqual(['2026-03-02']);
});

it('replaces the old night as a whole', () => {
  stageNight(night(), [file('old.md', 'old'), file('both.md', 'old')]).publish();
  stageNight(night(), [file('both.md', 'new')]).publish();
  expect(readdirSync(night())).toEqual(['both.md']);
  expect(read('both.md')).toBe('new');
  expect(readdirSync(join(root, 'out'))).toEqual(['2026-03-02']);
});

it('clears what a killed run left, and puts an old night back that it had set aside', () => {
  mkdirSync(join(root, 'out', '.2026-03-02.tmp-1'), { recursive: true });
  mkdirSync(join(root, 'out', '.2026-03-02.old-1'));
  mkdirSync(join(root, 'out', '.2026-03-03.tmp-1'));
  writeFileSync(join(root, 'out', '.2026-03-02.old-1', 'old.md'), 'old');
  expect(() => stageNight(night(), [file('../evil.md', 'x')])).toThrow(NightError);
  expect(read('old.md')).toBe('old');
  stageNight(night(), [file('new.md', 'new')]).publish();
  expect(readdirSync(join(root, 'out')).sort()).toEqual(['.2026-03-03.tmp-1', '2026-03-02']);
});

it('keeps the old night and says why where the new one cannot be written', () => {
  stageNight(night(), [file('old.md', 'old')]).publish();
  const broken = [file('a.md', 'x'), file('a.md/b.md', 'y')];
  expect(() => stageNight(night(), broken)).toThrow(/^\[publish\] could not write .*2026-03-02: /);
  expect(read('old.md')).toBe('old');
  expect(existsSync(join(root, 'out', 'evil.md'))).toBe(false);
});
