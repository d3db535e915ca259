/** What a file is packed in, by its first bytes: gzip, twice as well, and a ZIP with one file in it. */
import { constants, createGunzip } from 'node:zlib';
import { Unzip, UnzipInflate } from 'fflate';

/** The rest of a file cannot be read; what came before it was. */
export class BrokenInput extends Error {
  override name = 'BrokenInput';
}

export const isGzip = (first: Buffer): boolean => first[0] === 0x1f && first[1] === 0x8b;
export const isZip = (first: Buffer): boolean =>
  first[0] === 0x50 && first[1] === 0x4b && [3, 5].includes(first[2] ?? 0);

/** A reader who stops at the first piece does not close what comes after it: the file would stay open. */
export async function* resumed(
  first: Buffer,
  rest: AsyncGenerator<Buffer>,
): AsyncGenerator<Buffer> {
  try {
    yield first;
    yield* rest;
  } finally {
    await rest.return(undefined);
  }
}

/** Firehose packs again what CloudWatch Logs has packed already. */
const layers = 2;

export async function* unpacked(
  source: AsyncGenerator<Buffer>,
  depth = layers,
): AsyncGenerator<Buffer> {
  const first = await source.next();
  if (first.done) return;
  if (depth > 0 && isGzip(first.value)) yield* unpacked(gunzipped(first.value, source), depth - 1);
  else if (depth > 0 && isZip(first.value)) yield* unzipped(first.value, source);
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

/** The one file of a ZIP. Tables have a header each, so that several files are not one. */
async function* unzipped(first: Buffer, rest: AsyncGenerator<Buffer>): AsyncGenerator<Buffer> {
  let ready: Buffer[] = [];
  const found: { entry: string | null; broken: string | null } = { entry: null, broken: null };
  const unzip = new Unzip((file) => {
    if (/(?:\/|^|\/\.)$|(?:^|\/)(?:__MACOSX\/|\._)/.test(file.name)) return;
    if (file.name === '[Content_Types].xml')
      found.broken ??= 'a workbook or document of Office: save the sheet as CSV';
    else if (found.entry !== null) found.broken ??= 'a ZIP with several files: unpack it';
    if (found.broken !== null) return;
    found.entry = file.name;
    file.ondata = (error, data) => {
      if (error)
        found.broken ??= 'the ZIP is damaged here; what came before was kept; copy it anew';
      else ready.push(Buffer.from(data));
    };
    file.start();
  });
  unzip.register(UnzipInflate);
  const push = (chunk: Uint8Array, isLast: boolean) => {
    try {
      unzip.push(chunk, isLast);
    } catch {
      found.broken ??= 'no readable ZIP: it is damaged, locked or ends too early; copy it anew';
    }
    const now = ready;
    ready = [];
    return now;
  };
  try {
    yield* push(first, false);
    for await (const chunk of rest) {
      if (found.broken !== null) break;
      yield* push(chunk, false);
    }
    if (found.broken === null) yield* push(new Uint8Array(0), true);
  } finally {
    await rest.return(undefined);
  }
  if (found.entry === null) found.broken ??= 'no file in the ZIP';
  if (found.broken !== null) throw new BrokenInput(found.broken);
}
