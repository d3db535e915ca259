/** A file as bytes: gzip, ZIP and UTF-16 noticed by their content, progress counted, a break reported where it happens. */
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { fromUtf16, utf16Of } from './encoding.js';
import { isGzip, isZip, resumed, unpacked } from './packed.js';

export { BrokenInput } from './packed.js';

export interface InputFile {
  path: string;
  /** From the beginning, each time it is called. Throws `BrokenInput` after everything that could be read. */
  chunks(): AsyncIterable<Buffer>;
}

/** `onBytes` gets the number of bytes taken from the disk so far. */
export function openInput(path: string, onBytes?: (bytes: number) => void): InputFile {
  return { path, chunks: () => inUtf8(unpacked(raw(path, onBytes))) };
}

/** Small pieces of what is packed: gzip can blow up a thousandfold, and a piece is unpacked as a whole. */
const packedBytes = 32 * 1024;
const plainBytes = 256 * 1024;

async function* raw(path: string, onBytes?: (bytes: number) => void): AsyncGenerator<Buffer> {
  let bytes = 0;
  const highWaterMark = (await isPacked(path)) ? packedBytes : plainBytes;
  for await (const chunk of createReadStream(path, { highWaterMark })) {
    bytes += (chunk as Buffer).length;
    yield chunk as Buffer;
    onBytes?.(bytes);
  }
}

async function isPacked(path: string): Promise<boolean> {
  const file = await open(path, 'r');
  try {
    const { buffer } = await file.read(Buffer.alloc(4), 0, 4, 0);
    return isGzip(buffer) || isZip(buffer);
  } finally {
    await file.close();
  }
}

async function* inUtf8(source: AsyncGenerator<Buffer>): AsyncGenerator<Buffer> {
  const first = await source.next();
  if (first.done) return;
  const order = utf16Of(first.value);
  const whole = resumed(first.value, source);
  yield* order === null ? whole : fromUtf16(whole, order);
}
