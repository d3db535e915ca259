/** A file that a reader sees as it was or as it is, never in between. */
import {
  closeSync,
  fchmodSync,
  fsyncSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** Writes aside, down to the disk, and renames; where that fails, nothing is left aside. @param mode for those who may read it, whatever the umask */
export function writeWhole(file: string, text: string, mode = 0o644): void {
  mkdirSync(dirname(file), { recursive: true });
  const fresh = `${file}.${process.pid}.tmp`;
  const handle = openSync(fresh, 'w', mode);
  try {
    try {
      fchmodSync(handle, mode);
      writeFileSync(handle, text);
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    renameSync(fresh, file);
  } catch (error) {
    rmSync(fresh, { force: true });
    throw error;
  }
}

/** Over what is there: a full disk has room for as much as the file has already. A reader may see half of it. */
export function overwrite(file: string, text: string): void {
  const handle = openSync(file, 'r+');
  try {
    const bytes = Buffer.from(text, 'utf8');
    for (let done = 0; done < bytes.length; ) done += writeSync(handle, bytes, done);
    ftruncateSync(handle, bytes.length);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** Takes away what a killed process wrote aside of this file. */
export function clearAside(file: string): void {
  const name = basename(file);
  for (const entry of readdirSync(dirname(file)))
    if (entry.startsWith(`${name}.`) && /^\.\d+\.tmp$/.test(entry.slice(name.length)))
      rmSync(join(dirname(file), entry), { force: true });
}
