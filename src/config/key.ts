/** The key of all hashes: from the environment, or a file made on first run that only its owner may read. */
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { UsageError } from '../domain/errors.js';

const minimumLength = 16;

/** @throws UsageError when HANDBACK_KEY is too short to protect anything, or the key file is open to others. */
export function readKey(file: string, environment: NodeJS.ProcessEnv): Buffer {
  const given = fromEnvironment(environment);
  if (given) return given;
  if (!existsSync(file)) writeKey(file);
  return fromFile(file);
}

/** As `readKey`, but a missing key is made for this once and written nowhere. */
export function readKeyOnly(file: string, environment: NodeJS.ProcessEnv): Buffer {
  return fromEnvironment(environment) ?? (existsSync(file) ? fromFile(file) : randomBytes(32));
}

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
  mkdirSync(dirname(file), { recursive: true });
  try {
    writeFileSync(file, `${randomBytes(32).toString('hex')}\n`, { mode: 0o600, flag: 'wx' });
  } catch (error) {
    // Another process made it in the meantime: then that one is the key.
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
}
