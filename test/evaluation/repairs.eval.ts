/**
 * The list of repairs in companies whose planted defects name their repair, and in which nothing else fails; beside a list
 * by category, intent and slot. Energy is the company that errors are looked at in; the others are only reported.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { drawDefects, type PlantedDefect } from '../../src/simulate/planted.js';
import { readWorld, worldIds } from '../../src/simulate/read-world.js';
import { companyIn } from './repairs/company.js';
import { judge, listOf, plainListOf, scoreOf, type Verdict } from './repairs/judge.js';
import { deadEnds, firstLinks } from './repairs/links.js';

const seed = Number(process.env.HANDBACK_SEED ?? 7);
const journeys = Number(process.env.HANDBACK_JOURNEYS ?? 2_000);
const chosen = process.env.HANDBACK_WORLDS?.split(',') ?? ['parcels', 'clinic'];
const worlds = worldIds.filter((id) => chosen.includes(id));
const counts = (process.env.HANDBACK_PLANTED ?? '0,5,20').split(',').map(Number);

const named = ({ repair, intent, slot }: PlantedDefect): string =>
  [repair, intent, slot].filter(Boolean).join(' / ');
const lineOf = ({ entry, defect, isRight }: Verdict): string =>
  `${isRight ? 'right' : defect ? 'again' : 'WRONG'}: ${entry.title}${defect ? ` (${named(defect)})` : ` [${entry.repair}]`}`;
const figures = (one: object): string =>
  JSON.stringify(one, (_, value) =>
    typeof value === 'number' ? Math.round(value * 1000) / 1000 : value,
  );

const folder = mkdtempSync(join(process.env.HANDBACK_KEEP ?? tmpdir(), 'handback-repairs-'));
afterAll(() => {
  if (!process.env.HANDBACK_KEEP) rmSync(folder, { recursive: true, force: true });
});

describe.each(worlds)('%s', (world) => {
  it.each(counts)('with %i planted defects', async (count) => {
    const planted = drawDefects(readWorld(world), count, seed);
    const options = { world, seed, journeys, from: '2026-10-05', days: 28, planted };
    const company = await companyIn(join(folder, `${world}-${count}`), options);
    const list = judge(listOf(company), planted, company);
    const { missed, ...ours } = scoreOf(list, planted, company);
    const plainList = judge(plainListOf(company), planted, company);
    const { missed: _, ...plain } = scoreOf(plainList, planted, company);
    console.log(
      [
        `\n=== ${world}, seed ${seed}, ${planted.length} planted, ${company.truth.length} handoffs`,
        `ours ${figures(ours)}`,
        `by category, intent and slot ${figures(plain)}`,
        `first broken link ${figures(firstLinks(company))}; dead ends ${figures(deadEnds(company))}`,
        ...list.map(lineOf),
        ...missed.map((one) => `MISSED: ${named(one)} (${one.journeys} journeys)`),
      ].join('\n'),
    );
    expect(company.tickets.length).toBeGreaterThan(0);
    expect(planted.length).toBe(count);
  });
});
