/** Writes a night's folder so that a reader sees the old night or the new one, never half of either: aside, then by rename. */
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { basename, dirname, join, relative, sep } from 'node:path';
import { NightError } from '../domain/errors.js';
import { freeOn, isFull } from '../lib/disk.js';
import type { OutputFile } from './exporter.js';

/** Customers' words, redacted: for the owner and a group that the folder is given to. */
const folderMode = 0o750;
const fileMode = 0o640;

export interface StagedNight {
  /** Puts the new folder in the place of the old one. @throws NightError when the disk refuses. */
  publish(): void;
  /** Takes it away again. */
  discard(): void;
}

/**
 * Writes all files beside the night's folder, down to the disk; nobody sees them before `publish`.
 * @param outDir the night's folder, for example `out/2026-11-21`; replaced as a whole.
 * @throws NightError when the disk refuses, or a file's path would leave the folder.
 */
export function stageNight(outDir: string, files: readonly OutputFile[]): StagedNight {
  const parent = dirname(outDir);
  const name = basename(outDir);
  const fresh = join(parent, `.${name}.tmp-${process.pid}`);
  const old = join(parent, `.${name}.old-${process.pid}`);
  orNightError(outDir, () => {
    mkdirSync(parent, { recursive: true, mode: folderMode });
    clearLeftovers(parent, name);
    mkdirSync(fresh, { mode: folderMode });
    const folders = new Set([fresh]);
    for (const { path, content, bytes } of files)
      folders.add(writeFile(fresh, path, bytes ?? Buffer.from(content, 'utf8')));
    for (const folder of folders) sync(folder);
  });
  return {
    publish: () =>
      orNightError(outDir, () => {
        if (existsSync(outDir)) renameSync(outDir, old);
        renameSync(fresh, outDir);
        sync(parent);
        rmSync(old, { recursive: true, force: true });
      }),
    discard: () => rmSync(fresh, { recursive: true, force: true }),
  };
}

function orNightError(outDir: string, work: () => void): void {
  try {
    work();
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    const room = isFull(cause)
      ? `; ${freeOn(outDir)}: free some space and run the night again`
      : '';
    throw new NightError(`[publish] could not write ${outDir}: ${reason}${room}`, { cause });
  }
}

/** What killed runs of any night left in the folder of the nights. */
export function clearUnfinished(parent: string): void {
  const names = readdirSync(parent).flatMap(
    (entry) => /^\.(\d{4}-\d{2}-\d{2})\.(?:tmp|old)-\d+$/.exec(entry)?.[1] ?? [],
  );
  for (const name of new Set(names)) clearLeftovers(parent, name);
}

/** A run that was killed between the two renames has left the old night aside: it is put back before anything else. */
function clearLeftovers(parent: string, name: string): void {
  const leftovers = readdirSync(parent).filter(
    (entry) => entry.startsWith(`.${name}.tmp-`) || entry.startsWith(`.${name}.old-`),
  );
  for (const entry of leftovers) {
    const path = join(parent, entry);
    const aside = entry.startsWith(`.${name}.old-`) && !existsSync(join(parent, name));
    if (aside) renameSync(path, join(parent, name));
    else rmSync(path, { recursive: true, force: true });
  }
}

/** Returns the folder that the file was written into. */
function writeFile(root: string, path: string, bytes: Uint8Array): string {
  const file = join(root, path);
  if (relative(root, file).split(sep)[0] === '..') throw new Error(`path outside of it: ${path}`);
  mkdirSync(dirname(file), { recursive: true, mode: folderMode });
  const handle = openSync(file, 'wx', fileMode);
  try {
    writeAll(handle, bytes);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  return dirname(file);
}

function writeAll(handle: number, bytes: Uint8Array): void {
  for (let done = 0; done < bytes.length; ) done += writeSync(handle, bytes, done);
}

function sync(folder: string): void {
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
