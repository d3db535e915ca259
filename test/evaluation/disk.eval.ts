/** A night on a disk of which the n-th write, fsync or rename fails, for sampled n (HANDBACK_SAMPLES), each run again to its end. */
import { expect, it } from 'vitest';
import { createCrashProject } from '../support/crash-project.js';
import { buildFailingWrites, nightWithFailure } from '../support/failing-disk.js';
import { seeded } from '../support/seeded.js';

const count = 40;
const samples = Number(process.env.HANDBACK_SAMPLES ?? 60);

it('is survived at any call', async () => {
  const library = buildFailingWrites();
  const undisturbed = createCrashProject(count);
  await undisturbed.start('nightly').ended;
  const expected = undisturbed.files('out');
  undisturbed.remove();
  const { calls } = await nightWithFailure(library, 0, count, expected);
  const uniform = seeded(60);
  const problems: string[] = [];
  const codes = new Map<number | null, number>();
  for (let n = 0; n < samples; n++) {
    const at = 1 + Math.floor(uniform() * calls);
    const failed = await nightWithFailure(library, at, count, expected);
    codes.set(failed.code, (codes.get(failed.code) ?? 0) + 1);
    if (failed.code !== 0 && failed.output.trim() === '')
      problems.push(`call ${at}: ended with ${failed.code} without a word`);
    for (const problem of failed.problems) problems.push(`call ${at}: ${problem}`);
  }
  console.log(
    `${calls} calls, ${samples} failed one by one; exit codes ${JSON.stringify([...codes])}; ${problems.length} problems`,
  );
  expect(problems).toEqual([]);
}, 3_600_000);
