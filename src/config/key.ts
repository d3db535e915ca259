/** The key of all hashes: from the environment, or a file made on first run that only its owner may read. */
import { randomBytes } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { UsageError } from '../domain/errors.js';

const minimumLength = 16;

/** The first key, and those that came after it (see `createDigest`): a line each in the key file. */
export type Keys = readonly [Buffer, ...Buffer[]];

/**
 * The key where there is one.
 * @throws UsageError when HANDBACK_KEY is too short to protect anything, or the key file is open to others.
 */
export function findKey(file: string, environment: NodeJS.ProcessEnv): Keys | null {
  return fromEnvironment(environment) ?? (existsSync(file) ? fromFile(file) : null);
}

/** As `findKey`, but a missing key is made and kept. */
export function readKey(file: string, environment: NodeJS.ProcessEnv): Keys {
  const known = findKey(file, environment);
  if (known) return known;
  writeKey(file);
  return fromFile(file);
}

/** As `readKey`, but a missing key is made for this once and written nowhere. */
export function readKeyOnly(file: string, environment: NodeJS.ProcessEnv): Keys {
  return findKey(file, environment) ?? [randomBytes(32)];
}

/** What a person knows the key by. */
export const keyPlace = (file: string, { HANDBACK_KEY: given }: NodeJS.ProcessEnv): string =>
  given ? 'HANDBACK_KEY' : `key_file: ${file}`;

function fromEnvironment({ HANDBACK_KEY: given }: NodeJS.ProcessEnv): Keys | null {
  if (given === undefined || given === '') return null;
  if (given.length >= minimumLength) return [Buffer.from(given, 'utf8')];
  throw new UsageError(
    `HANDBACK_KEY: ${given.length} characters; expected at least ${minimumLength}, for example the output of "openssl rand -hex 32"`,
  );
}

function fromFile(file: string): Keys {
  if ((statSync(file).mode & 0o077) !== 0) {
    throw new UsageError(`key_file: ${file} is open to other users; run "chmod 600 ${file}"`);
  }
  const lines = readFileSync(file, 'utf8').trim().split('\n');
  const [first = Buffer.alloc(0), ...later] = lines.map((line) => Buffer.from(line.trim(), 'hex'));
  return [first, ...later];
}

function writeKey(file: string): void {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  try {
    writeFileSync(file, `${randomBytes(32).toString('hex')}\n`, { mode: 0o600, flag: 'wx' });
  } catch (error) {
    // Another process made it in the meantime: then that one is the key.
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
}

/** Where the keys of a rotation wait until the database has been hashed under them. */
const nextOf = (file: string) => `${file}.next`;

/** Keys with a new one behind them, kept beside the key file; `takeNextKey` puts them in its place. */
export function writeNextKey(file: string, keys: Keys): Keys {
  const next: Keys = [...keys, randomBytes(32)];
  rmSync(nextOf(file), { force: true });
  const text = next.map((key) => `${key.toString('hex')}\n`).join('');
  const handle = openSync(nextOf(file), 'wx', 0o600);
  try {
    writeSync(handle, text);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  return next;
}

/** The keys that wait there; null where none do. */
export function nextKey(file: string): Keys | null {
  return existsSync(nextOf(file)) ? fromFile(nextOf(file)) : null;
}

export function takeNextKey(file: string): void {
  renameSync(nextOf(file), file);
}
