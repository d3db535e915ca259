/**
 * A first night on simulated journeys beside its floor, in the same run: each stage, processor and wall time, peak memory.
 * `HANDBACK_JOURNEYS=6000,18000` sets the sizes: 6,000 are a tenth of a large operator's day.
 */
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Cost, floorOf } from '../support/floor.js';
import { createProject, type Project } from '../support/project.js';

const sizes = (process.env.HANDBACK_JOURNEYS ?? '6000,10000').split(',').map(Number);
/** Wanted: times the floor, and megabytes at any size. */
const wanted = { processor: 10, wall: 6, megabytes: 600 };
/** The form that runs in CI, and times the floor that it must not exceed: it was 89. A small night has more of its costs fixed. */
const short = { journeys: 1000, processor: 180 };

interface Printed {
  processor_seconds: number;
  peak_megabytes: number;
  seconds: Record<string, number>;
  stage_processor_seconds: Record<string, number>;
}

interface Night extends Printed {
  wall: number;
}

async function firstNight(journeys: number): Promise<{ floor: Cost; night: Night }> {
  const project = createProject();
  await project.run(
    ...['simulate', '--world', 'telco', '--journeys', String(journeys)],
    ...['--seed', '5', '--to', project.folder],
  );
  const floor = await floorOf(
    ['sessions.ndjson', 'contacts.ndjson'].map((file) => join(project.folder, file)),
  );
  const night = await timed(project);
  project.remove();
  return { floor, night };
}

/** As a process of its own. */
async function timed(project: Project): Promise<Night> {
  const start = performance.now();
  const { ended, output } = project.start('nightly', '--json', '--quiet');
  expect(await ended, output()).toBe(0);
  return { ...(JSON.parse(output()) as Printed), wall: (performance.now() - start) / 1000 };
}

function table(journeys: number, { floor, night }: { floor: Cost; night: Night }): string {
  const row = (name: string, processor: number, wall: number) =>
    `${name.padEnd(10)}${processor.toFixed(2).padStart(9)}${wall.toFixed(2).padStart(9)}${(processor / floor.processor).toFixed(1).padStart(9)}${(wall / floor.wall).toFixed(1).padStart(9)}`;
  const stages = Object.entries(night.seconds).map(([stage, wall]) =>
    row(stage, night.stage_processor_seconds[stage] ?? 0, wall),
  );
  return [
    `=== ${journeys} journeys, first night: seconds on the processor and by the clock, and times the floor`,
    row('floor', floor.processor, floor.wall),
    ...stages,
    row('whole', night.processor_seconds, night.wall),
    `wanted: ${wanted.processor} and ${wanted.wall} times the floor; peak ${Math.round(night.peak_megabytes)} MB, wanted ${wanted.megabytes}`,
  ].join('\n');
}

describe('the night', () => {
  it.each(sizes)('on %i journeys', async (journeys) => {
    console.log(table(journeys, await firstNight(journeys)));
  });

  it('in short costs no more of its floor than it did', async () => {
    const { floor, night } = await firstNight(short.journeys);
    console.log(table(short.journeys, { floor, night }));
    expect(night.processor_seconds / floor.processor).toBeLessThan(short.processor);
  });
});
