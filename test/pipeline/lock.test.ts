import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { NightError } from '../../src/domain/errors.js';
import { withLock } from '../../src/pipeline/lock.js';

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'handback-lock-'));
  file = join(folder, 'deep', 'handback.db.lock');
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('one night at a time', () => {
  it('holds the lock while it works and gives it back, also after a failure', async () => {
    expect(await withLock(file, async () => existsSync(file))).toBe(true);
    expect(existsSync(file)).toBe(false);
    await expect(withLock(file, () => Promise.reject(new Error('burnt')))).rejects.toThrow('burnt');
    expect(existsSync(file)).toBe(false);
  });

  it('refuses while a living process holds it, and says which', async () => {
    await withLock(file, async () => {
      writeFileSync(file, String(process.ppid));
      await expect(withLock(file, async () => 'in')).rejects.toThrow(NightError);
      await expect(withLock(file, async () => 'in')).rejects.toThrow(
        new RegExp(`process ${process.ppid}`),
      );
    });
  });

  it('takes over from a process that died', async () => {
    const { pid } = spawnSync('true');
    await withLock(file, async () => {});
    writeFileSync(file, String(pid));
    expect(await withLock(file, async () => 'in')).toBe('in');
  });
});
