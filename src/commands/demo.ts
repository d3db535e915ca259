import { resolve } from 'node:path';
import type { CommandOutcome, CommonOptions, Outside } from './command.js';
import { run as evaluate } from './evaluate.js';
import { run as nightly } from './nightly.js';
import { run as simulate } from './simulate.js';

/** `handback demo`: a labelled data set, the nightly job on it, and how right the night was. */
export async function run(
  { out, json, quiet }: CommonOptions,
  outside: Outside,
): Promise<CommandOutcome> {
  const folder = resolve(outside.cwd, out ?? 'handback-demo');
  const settings = {
    world: 'telco' as const,
    journeys: 2000,
    seed: 1,
    from: '2026-10-05',
    days: 28,
  };
  outside.progress('making a fictional telephone company');
  await simulate({ ...settings, formats: ['handback'], to: folder }, outside);
  const shared = { config: `${folder}/handback.yaml`, json, quiet };
  const night = await nightly(shared, outside);
  const judged = await evaluate({ ...shared, truth: `${folder}/truth.ndjson` }, outside);
  return {
    text: `${night.text}\n\nAgainst the truth of this fictional company:\n\n${judged.text}`,
    data: { night: night.data, evaluation: judged.data },
  };
}
