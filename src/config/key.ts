/** The key of all hashes: from the environment, or a file made on first run that only its owner may read. */
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { UsageError } from '../domain/errors.js';

const minimumLength = 16;

/**
 * The key where there is one.
 * @throws UsageError when HANDBACK_KEY is too short to protect anything, or the key file is open to others.
 */
export function findKey(file: string, environment: NodeJS.ProcessEnv): Buffer | null {
  return fromEnvironment(environment) ?? (existsSync(file) ? fromFile(file) : null);
}

/** As `findKey`, but a missing key is made and kept. */
export function readKey(file: string, environment: NodeJS.ProcessEnv): Buffer {
  const known = findKey(file, environment);
  if (known) return known;
  writeKey(file);
  return fromFile(file);
}

/** As `readKey`, but a missing key is made for this once and written nowhere. */
export function readKeyOnly(file: string, environment: NodeJS.ProcessEnv): Buffer {
  return findKey(file, environment) ?? randomBytes(32);
}

/** What a person knows the key by. */
export const keyPlace = (file: string, { HANDBACK_KEY: given }: NodeJS.ProcessEnv): string =>
  given ? 'HANDBACK_KEY' : `key_file: ${file}`;

function fromEnvironment({ HANDBACK_KEY: given }: NodeJS.ProcessEnv): Buffer | null {
  if (given === undefined || given === '') return null;
  if (given.length >= minimumLength) return Buffer.from(given, 'utf8');
  throw new UsageError(
    `HANDBACK_KEY: ${given.length} characters; expected at least ${minimumLength}, for example the output of "openssl rand -hex 32"`,
  );
}

function fromFile(file: string): Buffer {
  if ((statSync(file).mode & 0o077) !== 0) {
    throw new UsageError(`key_file: ${file} is open to other users; run "chmod 600 ${file}"`);
  }
  return Buffer.from(readFileSync(file, 'utf8').trim(), 'hex');
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
