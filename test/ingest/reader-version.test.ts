/**
 * Files are read again only where their fingerprint changes, so that a reader that reads otherwise must raise `readerVersion`:
 * else old files keep what the old one made of them, and nobody is told.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readerVersion } from '../../src/ingest/fingerprint.js';
import { sourceSamples } from '../vendors/support/samples.js';
import { createFolder, readAll } from './reading.js';

interface Pinned {
  readerVersion: number;
  /** By vendor: hashes of its sample and of what is read of that. */
  readings: Record<string, { sample: string; records: string }>;
}

const file = join(import.meta.dirname, 'readings.json');

const hashOf = (value: unknown): string =>
  createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 16);

async function readingsOf(): Promise<Pinned['readings']> {
  const readings: Pinned['readings'] = {};
  for (const [id, sample] of sourceSamples) {
    const { name, content, beside = {}, options } = sample;
    const folder = createFolder();
    for (const [other, text] of Object.entries(beside)) folder.write(other, text);
    const { events: _, ...records } = await readAll(id, folder.write(name, content), options);
    folder.remove();
    readings[id] = { sample: hashOf({ name, content, beside, options }), records: hashOf(records) };
  }
  return readings;
}

/** Vendors whose sample is as it was, and of which other records are read. */
const readOtherwise = (before: Pinned['readings'], now: Pinned['readings']): string[] =>
  Object.keys(now).filter((id) => {
    const [was, is] = [before[id], now[id]];
    return was?.sample === is?.sample && was?.records !== is?.records;
  });

it('is raised where a sample is read otherwise', async () => {
  const pinned = JSON.parse(readFileSync(file, 'utf8')) as Pinned;
  const readings = await readingsOf();
  // Not even an update of the snapshot gets past this.
  if (pinned.readerVersion === readerVersion)
    expect(
      readOtherwise(pinned.readings, readings),
      'raise readerVersion, then run with -u',
    ).toEqual([]);
  const now = `${JSON.stringify({ readerVersion, readings }, null, 2)}\n`;
  await expect(now).toMatchFileSnapshot(file);
});

it('is told by other records of the same sample alone', () => {
  const before = { a: { sample: '1', records: '1' }, b: { sample: '1', records: '1' } };
  expect(readOtherwise(before, before)).toEqual([]);
  expect(readOtherwise(before, { ...before, a: { sample: '1', records: '2' } })).toEqual(['a']);
  const others = { a: { sample: '2', records: '2' }, c: { sample: '1', records: '1' } };
  expect(readOtherwise(before, others)).toEqual([]);
});
