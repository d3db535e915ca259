/** How full a disk is. */
import { existsSync, statfsSync } from 'node:fs';
import { dirname } from 'node:path';

const mega = 2 ** 20;

/** `the disk of /srv/out has 3 MB free`; of the nearest folder that is there. */
export function freeOn(path: string): string {
  let place = path;
  while (!existsSync(place) && dirname(place) !== place) place = dirname(place);
  try {
    const { bavail, bsize } = statfsSync(place);
    return `the disk of ${path} has ${Math.floor((bavail * bsize) / mega)} MB free`;
  } catch {
    return `the disk of ${path}`;
  }
}

/** Whether the system says that a disk is full. */
export const isFull = (error: unknown): boolean =>
  ['ENOSPC', 'EDQUOT', 'SQLITE_FULL'].includes(String((error as { code?: unknown })?.code));
