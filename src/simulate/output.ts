/** A file written piece by piece, gzipped where its name says so. */
import { once } from 'node:events';
import { createWriteStream, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Writable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { createGzip } from 'node:zlib';

export interface Output {
  /** Resolves when there is room for more. */
  write(text: string): Promise<void>;
  close(): Promise<void>;
}

export function openOutput(path: string): Output {
  mkdirSync(dirname(path), { recursive: true });
  const file = createWriteStream(path);
  let head: Writable = file;
  if (path.endsWith('.gz')) {
    const gzip = createGzip({ level: 9 });
    gzip.pipe(file);
    head = gzip;
  }
  const done = finished(file);
  return {
    async write(text) {
      if (text !== '' && !head.write(text)) await once(head, 'drain');
    },
    async close() {
      head.end();
      await done;
    },
  };
}
