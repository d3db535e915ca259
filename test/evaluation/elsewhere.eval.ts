/**
 * Every number on companies of our own making beside the same number on those of another author, and the gap. The scorers
 * are the other author's; what they lack is measured here. `npm run evaluate -- elsewhere`.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { worldIds } from '../../src/simulate/read-world.js';
import { hasTheirs, ours, theirs } from './elsewhere/companies.js';
import { measure } from './elsewhere/measures.js';
import { hasScorers, type Judged, scoresOf } from './elsewhere/scorers.js';
import { type Column, mannerTable, table } from './elsewhere/table.js';

const seed = Number(process.env.HANDBACK_SEED ?? 7);
const others = ['insurer', 'hotel'];

describe.runIf(hasScorers)('ours and theirs', () => {
  const folder = mkdtempSync(join(tmpdir(), 'handback-elsewhere-'));
  const columns: Column[] = [];
  const add = (name: string, isOurs: boolean, judged: Judged) => {
    columns.push({ name, isOurs, scores: scoresOf(judged), measures: measure(judged) });
  };
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
    if (columns.length > 0)
      console.log(
        `\n=== seed ${seed}\n${table(columns)}\n\n=== asks read by manner: read, right of those read\n${mannerTable(columns)}\n`,
      );
  });

  it.each(worldIds)('the %s, ours', async (world) => {
    add(world, true, await ours(join(folder, world), world, seed));
    expect(columns.at(-1)?.scores.findings.macro_f1).toBeGreaterThan(0);
  });

  describe.each(others)('the %s, another author’s', (name) => {
    it.runIf(hasTheirs(name))('is judged', async () => {
      add(name, false, await theirs(join(folder, name), name));
      expect(columns.at(-1)?.scores.findings.macro_f1).toBeGreaterThan(0);
    });
  });
});
