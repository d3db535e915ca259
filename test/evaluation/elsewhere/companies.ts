/** Companies with their truth: of our own making, and of another author's. A night on each. */
import { copyFileSync, cpSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { run as nightly } from '../../../src/commands/nightly.js';
import { configText } from '../../../src/commands/simulate.js';
import type { WorldId } from '../../../src/simulate/read-world.js';
import { writeSimulation } from '../../../src/simulate/write.js';
import { outside } from '../../support/outside.js';
import { sharedData } from '../../support/shared-data.js';
import type { Judged } from './scorers.js';

/** Simulates one of our companies and runs the night; `folder` is made. */
export async function ours(
  folder: string,
  world: WorldId,
  seed: number,
  manners?: readonly string[],
): Promise<Judged> {
  mkdirSync(folder, { recursive: true });
  const days = { from: '2026-10-05', days: 28 };
  const written = await writeSimulation(folder, {
    world,
    seed,
    journeys: journeysOfOurs,
    ...days,
    details: true,
    ...(manners && { manners }),
  });
  writeFileSync(join(folder, 'handback.yaml'), configText(written));
  return { world: folder, night: await nightOf(folder) };
}

export const journeysOfOurs = Number(process.env.HANDBACK_JOURNEYS ?? 2500);

const records = ['records.ndjson', 'definition.ndjson', 'handback.yaml'];
const theirFolder = (name: string): string => join(sharedData, 'worlds', name);
export const hasTheirs = (name: string): boolean =>
  existsSync(join(theirFolder(name), 'truth.ndjson'));

/** Runs the night on a copy that holds the records alone, never the truth. */
export async function theirs(folder: string, name: string): Promise<Judged> {
  mkdirSync(folder, { recursive: true });
  for (const file of records) copyFileSync(join(theirFolder(name), file), join(folder, file));
  cpSync(join(theirFolder(name), 'rasa'), join(folder, 'rasa'), { recursive: true });
  return { world: theirFolder(name), night: await nightOf(folder), leavesOutGreeting: true };
}

async function nightOf(folder: string): Promise<string> {
  const { data } = await nightly({}, outside(folder));
  return (data as { folder: string }).folder;
}
