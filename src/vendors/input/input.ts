/** A file as bytes: gzip and UTF-16 noticed by their content, progress counted, a break reported where it happens. */
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { constants, createGunzip } from 'node:zlib';
import { fromUtf16, utf16Of } from './encoding.js';

export interface InputFile {
  path: string;
  /** From the beginning, each time it is called. Throws `BrokenInput` after everything that could be read. */
  chunks(): AsyncIterable<Buffer>;
}

/** The rest of a file cannot be read; what came before it was. */
export class BrokenInput extends Error {
  override name = 'BrokenInput';
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
    const { buffer } = await file.read(Buffer.alloc(2), 0, 2, 0);
    return isGzip(buffer);
  } finally {
    await file.close();
  }
}

const isGzip = (chunk: Buffer): boolean => chunk[0] === 0x1f && chunk[1] === 0x8b;

async function* inUtf8(source: AsyncGenerator<Buffer>): AsyncGenerator<Buffer> {
  const first = await source.next();
  if (first.done) return;
  const order = utf16Of(first.value);
  const whole = resumed(first.value, source);
  yield* order === null ? whole : fromUtf16(whole, order);
}

/** A reader who stops at the first piece does not close what comes after it: the file would stay open. */
async function* resumed(first: Buffer, rest: AsyncGenerator<Buffer>): AsyncGenerator<Buffer> {
  try {
    yield first;
    yield* rest;
  } finally {
    await rest.return(undefined);
  }
}

async function* unpacked(source: AsyncGenerator<Buffer>): AsyncGenerator<Buffer> {
  const first = await source.next();
  if (first.done) return;
  if (isGzip(first.value)) yield* gunzipped(first.value, source);
  else yield* resumed(first.value, source);
}

/**
 * Written by hand, since a pipe drops what it has unpacked but not yet handed on when the input breaks. The lists of an
 * ordinary gunzip stream are emptied after each write, so nothing is lost and memory stays bounded.
 */
async function* gunzipped(first: Buffer, rest: AsyncGenerator<Buffer>): AsyncGenerator<Buffer> {
  const gunzip = createGunzip();
  let ready: Buffer[] = [];
  let broken: NodeJS.ErrnoException | null = null;
  const ended = new Promise<void>((done) => {
    gunzip.on('data', (chunk: Buffer) => ready.push(chunk));
    gunzip.on('end', done);
    gunzip.on('error', (error) => {
      broken = error;
      done();
    });
  });
  const taken = () => {
    const now = ready;
    ready = [];
    return now;
  };
  const write = (chunk: Buffer) =>
    Promise.race([ended, new Promise<void>((done) => gunzip.write(chunk, () => done()))]);
  try {
    await write(first);
    yield* taken();
    for await (const chunk of rest) {
      if (broken) break;
      await write(chunk);
      yield* taken();
    }
    if (!broken) gunzip.end();
    await ended;
    yield* taken();
  } finally {
    gunzip.destroy();
    await rest.return(undefined);
  }
  if (broken) throw new BrokenInput(reasonOf(broken));
}

function reasonOf({ errno }: NodeJS.ErrnoException): string {
  return errno === constants.Z_BUF_ERROR
    ? 'the gzip file ends too early; what came before was kept; copy the file anew'
    : 'the gzip file is damaged here; what came before was kept; copy the file anew';
}
