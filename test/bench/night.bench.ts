/** The main job on 10,000 simulated journeys: seconds by stage and peak memory of the real process. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createProject } from '../support/project.js';

const journeys = process.env.HANDBACK_JOURNEYS ?? '10000';
const limits = { seconds: 30, megabytes: 500 };

describe('the night', () => {
  it(`on ${journeys} journeys`, async () => {
    const project = createProject();
    const folder = mkdtempSync(join(tmpdir(), 'handback-bench-'));
    await project.run(
      'simulate',
      '--world',
      'telco',
      '--journeys',
      journeys,
      '--seed',
      '5',
      '--to',
      project.folder,
    );
    const rows: string[] = [];
    for (let i = 0; i < 3; i++) {
      const from = performance.now();
      const { stdout, code } = await project.run(
        'nightly',
        '--json',
        '--db',
        join(folder, `${i}.db`),
      );
      const seconds = (performance.now() - from) / 1000;
      expect(code).toBe(0);
      const { seconds: parts, peak_megabytes: peakMegabytes } = JSON.parse(stdout);
      const stages = Object.entries(parts).map(([stage, s]) => `${stage} ${Number(s).toFixed(1)}`);
      rows.push(`${seconds.toFixed(1)} s, ${Math.round(peakMegabytes)} MB  (${stages.join(', ')})`);
    }
    console.log(
      `\n=== ${journeys} journeys, three fresh databases (limits ${limits.seconds} s, ${limits.megabytes} MB)\n${rows.join('\n')}`,
    );
    project.remove();
    rmSync(folder, { recursive: true, force: true });
  });
});
