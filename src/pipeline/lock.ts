/** One night at a time, over all processes that share a database. A killed night's lock does not outlive it. */
import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { NightError } from '../domain/errors.js';

/** Runs `work` while holding the lock. @throws NightError when another living process holds it. */
export async function withLock<T>(file: string, work: () => Promise<T>): Promise<T> {
  acquire(file);
  try {
    return await work();
  } finally {
    rmSync(file, { force: true });
  }
}

export interface Holder {
  pid: number;
  /** Epoch ms. */
  since: number;
  /** Our own process does not count. */
  isAlive: boolean;
}

/** Which process holds the lock, or held it when it was killed; null where it is free. */
export function holderOf(file: string): Holder | null {
  try {
    const pid = Number(readFileSync(file, 'utf8'));
    return { pid, since: statSync(file).mtimeMs, isAlive: isAlive(pid) };
  } catch {
    return null;
  }
}

function acquire(file: string): void {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  for (let attempt = 0; attempt < 2; attempt++) {
    try {
      writeFileSync(file, String(process.pid), { flag: 'wx' });
      return;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
    const holder = Number(readFileSync(file, 'utf8'));
    if (isAlive(holder)) {
      throw new NightError(
        `[nightly] process ${holder} is running a night on this database; wait for it, or remove ${file} if it is no Handback`,
      );
    }
    rmSync(file, { force: true });
  }
  throw new NightError(
    `[nightly] ${file} cannot be taken; another process took it at the same time`,
  );
}

/** Our own number in a file that we did not write is a number that the system uses again. */
function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0 || pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
