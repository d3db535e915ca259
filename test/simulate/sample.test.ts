import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sampleOptions } from '../../src/simulate/sample.js';
import { writeSimulation } from '../../src/simulate/write.js';

const kept = join(import.meta.dirname, '../../data/lender');
/** The config that reads the sample lies beside it and is written by hand. */
const made = /\.(ndjson|ndjson\.gz|csv)$|^training\//;

const filesOf = (dir: string): string[] =>
  readdirSync(dir, { recursive: true, encoding: 'utf8' })
    .filter((name) => made.test(name))
    .sort();

/** What is compressed is compared as it was before: another zlib may pack the same bytes otherwise. */
const contentOf = (path: string): string => {
  const bytes = readFileSync(path);
  return (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
};

describe('the sample in data/lender', () => {
  let fresh = '';
  beforeAll(async () => {
    fresh = mkdtempSync(join(tmpdir(), 'handback-sample-'));
    await writeSimulation(fresh, sampleOptions);
  }, 60_000);
  afterAll(() => rmSync(fresh, { recursive: true, force: true }));

  it('is what its options give, file by file', () => {
    expect(filesOf(kept)).toEqual(filesOf(fresh));
    for (const name of filesOf(fresh))
      expect(contentOf(join(kept, name)) === contentOf(join(fresh, name)), name).toBe(true);
  });

  it('stays under 4 MB', () => {
    const bytes = filesOf(kept).reduce((sum, name) => sum + statSync(join(kept, name)).size, 0);
    expect(bytes).toBeLessThan(4_000_000);
  });
});
