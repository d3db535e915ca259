/** ZIPs of consoles: entries are files among the training files, and come back as a ZIP with everything else in it as it was. */
import { unzipSync, zipSync } from 'fflate';
import { UsageError } from '../../domain/errors.js';
import type { TrainingFile } from '../vendor.js';

/** What parts the ZIP's path from the entry's. */
export const inside = '!/';
const mostBytes = 256 * 1024 * 1024;
const mostEntries = 50_000;
/** What Finder and Explorer put into a ZIP that was unpacked and made again: no importer wants it. */
const ofSystem = /(?:^|[\\/])(?:__MACOSX[\\/]|(?:\.DS_Store|Thumbs\.db|desktop\.ini)$)/i;
/** Text compresses ten- to thirtyfold. */
const mostBlowUp = 200;

/** Entries as text, in order of the ZIP; Windows parts their names by `\`. @throws UsageError for one that climbs out, blows up, or holds no text */
export function zipEntries(path: string, bytes: Uint8Array): TrainingFile[] {
  const refuse = (reason: string): never => {
    throw new UsageError(`${path}: ${reason}`);
  };
  let total = 0;
  let count = 0;
  let entries: Record<string, Uint8Array>;
  try {
    entries = unzipSync(bytes, {
      filter({ name, size, originalSize }) {
        if (/(?:^|[\\/])\.\.(?:[\\/]|$)|^[\\/]|^[a-z]:/i.test(name))
          refuse(`the entry "${name}" leads out of it`);
        total += originalSize;
        const blowsUp = originalSize > 1024 * 1024 && originalSize > size * mostBlowUp;
        if (total > mostBytes || ++count > mostEntries || blowsUp)
          refuse('unpacks to more than an export can be');
        return !name.endsWith('/') && !ofSystem.test(name);
      },
    });
  } catch (error) {
    if (error instanceof UsageError) throw error;
    return refuse('no readable ZIP');
  }
  return Object.entries(entries).map(([name, content]) => {
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(content);
    if (Buffer.compare(Buffer.from(text, 'utf8'), content) !== 0)
      refuse(`the entry "${name}" is no text`);
    return { path: `${path}${inside}${name.replaceAll('\\', '/')}`, text };
  });
}

export interface PackedFile {
  path: string;
  bytes: Uint8Array;
}

/** Every ZIP that a changed file belongs to, whole. The same files give the same bytes: one time stands on all entries. */
export function packed(
  changed: readonly TrainingFile[],
  base: readonly TrainingFile[],
): PackedFile[] {
  const zips = [
    ...new Set(
      changed.flatMap(({ path }) => (path.includes(inside) ? [path.split(inside)[0] ?? ''] : [])),
    ),
  ];
  const texts = new Map(changed.map(({ path, text }) => [path, text]));
  return zips.map((zip) => {
    const start = `${zip}${inside}`;
    const own = [...base, ...changed].filter(({ path }) => path.startsWith(start));
    const entries = own.map(({ path, text }): [string, Uint8Array] => [
      path.slice(start.length),
      Buffer.from(texts.get(path) ?? text, 'utf8'),
    ]);
    // Local noon, so that no time zone moves it to another day.
    return {
      path: zip,
      bytes: zipSync(Object.fromEntries(entries), { mtime: new Date(1990, 0, 1, 12) }),
    };
  });
}
