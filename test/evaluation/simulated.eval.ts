/** Links, findings and time of day on simulated journeys with their truth: both worlds, several seeds, 10,000 journeys each. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { run as evaluateTruth } from '../../src/commands/evaluate.js';
import { run as nightly } from '../../src/commands/nightly.js';
import { run as simulate } from '../../src/commands/simulate.js';
import { outside } from '../support/outside.js';

const journeys = Number(process.env.HANDBACK_JOURNEYS ?? 10_000);
const runs = [
  { world: 'lender', seed: 11 },
  { world: 'telco', seed: 12 },
  { world: 'lender', seed: 13 },
  { world: 'telco', seed: 14 },
] as const;

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'handback-evaluate-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe.each(runs)('$world, seed $seed', ({ world, seed }) => {
  it('is judged against its truth', async () => {
    const cwd = join(folder, `${world}-${seed}`);
    const out = outside(cwd);
    await simulate(
      { world, seed, journeys, from: '2026-10-05', days: 28, formats: ['handback'], to: cwd },
      out,
    );
    const night = await nightly({}, out);
    const { text, data } = await evaluateTruth({ truth: join(cwd, 'truth.ndjson') }, out);
    const { folder: folderOfNight } = night.data as { folder: string };
    const { tickets } = parse(readFileSync(join(folderOfNight, 'tickets.yaml'), 'utf8')) as {
      tickets: { category: string; title: string }[];
    };
    const hours = tickets.filter(({ category }) => category === 'time_of_day_failure');
    console.log(`time-of-day tickets: ${hours.map(({ title }) => title).join('; ')}`);
    console.log(`\n=== ${world}, seed ${seed}, ${journeys} journeys\n${night.text}\n\n${text}\n`);
    expect(data).toHaveProperty('links.accepted.precision');
  });
});
