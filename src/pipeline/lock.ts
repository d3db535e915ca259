/** One night at a time, over all processes that share a database. A killed night's lock does not outlive it. */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
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

/** Whether a living process holds it; our own does not count. */
export function isLocked(file: string): boolean {
  try {
    return isAlive(Number(readFileSync(file, 'utf8')));
  } catch {
    return false;
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
