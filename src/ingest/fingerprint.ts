/** Says whether a file must be read again: it changed, or how it is read did. */
import { createHash } from 'node:crypto';
import { stat } from 'node:fs/promises';
import type { SourceConfig } from '../domain/config.js';
import type { Redactor } from '../redact/redact.js';

/**
 * Raised whenever reading the same bytes gives other records (a vendor's reader, cells, scores, times, ids, what is hidden): files
 * are then read again, and records under ids that stayed are replaced. The test of `readings.json` knows this of the samples alone.
 */
export const readerVersion = 5;

interface Reading {
  config: SourceConfig;
  redactor: Redactor;
  timeZone: string | undefined;
  /** Files that the records depend on. */
  companions: readonly string[];
}

/** What every file of a source shares. Another key gives other hashes, so it is part of it (as a hash). */
export async function readingMark(reading: Reading): Promise<string> {
  const { config, redactor, timeZone, companions } = reading;
  const key = redactor.digestValue('07700 900123');
  const personal = sorted(redactor.personalSlots);
  const beside = await Promise.all(companions.map(async (file) => [file, await stampOf(file)]));
  return hashOf([
    readerVersion,
    config.format,
    sorted(config.options),
    timeZone,
    key,
    personal,
    beside,
  ]);
}

/** @param sidecar the path of a file that says more of this one's records; it need not be there */
export async function fingerprint(file: string, mark: string, sidecar?: string): Promise<string> {
  const own = [await stampOf(file), mark];
  if (sidecar === undefined) return hashOf(own);
  return hashOf([...own, await stampOf(sidecar).catch(() => 'none')]);
}

async function stampOf(file: string): Promise<string> {
  const { size, mtimeMs } = await stat(file);
  return `${size} ${mtimeMs}`;
}

const hashOf = (value: unknown): string =>
  createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 32);

/** The order of keys in the config says nothing. */
function sorted(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const entries = Object.entries(value).map(([key, part]) => [key, sorted(part)] as const);
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}
