/**
 * Agents of manners that nothing is tuned on, alone in a company, beside the same company with the other manners alone.
 * What a centre's own months teach is learned in that centre only, so that no held-out wording is known from elsewhere.
 */
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { heldOutManners, readWorld, worldIds } from '../../src/simulate/read-world.js';
import { ours } from './elsewhere/companies.js';
import { measure } from './elsewhere/measures.js';
import { hasScorers, scoresOf } from './elsewhere/scorers.js';
import { type Column, mannerTable, table } from './elsewhere/table.js';

const seed = Number(process.env.HANDBACK_SEED ?? 7);
const heldOut = heldOutManners();
const firstTwo = new Set(
  (['lender', 'telco'] as const).flatMap((id) => readWorld(id).agents.map(({ manner }) => manner)),
);
const open = readdirSync(join(import.meta.dirname, '../../data/worlds/manners/agents'))
  .map((file) => file.replace('.yaml', ''))
  .filter((manner) => !heldOut.includes(manner) && !firstTwo.has(manner));

describe.runIf(hasScorers)('manners left out', () => {
  const folder = mkdtempSync(join(tmpdir(), 'handback-manners-'));
  const columns: Column[] = [];
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
    console.log(
      `\n=== seed ${seed}; "ours": the open manners (${open.join(', ')}); "theirs": those left out (${heldOut.join(', ')})\n${table(columns)}\n\n${mannerTable(columns)}\n`,
    );
  });

  describe.each(worldIds.slice(2))('the %s', (world) => {
    it.each([
      ['open', open],
      ['left out', heldOut],
    ])('with the manners %s', async (name, manners) => {
      const judged = await ours(join(folder, `${world}-${name}`), world, seed, manners);
      const column = `${world.slice(0, 4)} ${name.slice(0, 4)}`;
      const isOurs = name === 'open';
      columns.push({ name: column, isOurs, scores: scoresOf(judged), measures: measure(judged) });
      expect(columns.at(-1)?.measures.asks.asked).toBeGreaterThan(0);
    });
  });
});
