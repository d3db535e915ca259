/** A hundred nights killed at random moments, each run again to its end and compared with an undisturbed one. */
import { expect, it } from 'vitest';
import { crash } from '../support/crash.js';
import { createCrashProject } from '../support/crash-project.js';
import { seeded } from '../support/seeded.js';

const kills = 100;

it('comes to the same bytes after a kill at any moment', async () => {
  const undisturbed = createCrashProject();
  const start = Date.now();
  await undisturbed.start('nightly').ended;
  const milliseconds = Date.now() - start;
  const expected = undisturbed.files('out');
  undisturbed.remove();
  const uniform = seeded(100);
  const problems: string[] = [];
  let killed = 0;
  for (let n = 0; n < kills; n++) {
    const project = createCrashProject();
    const outcome = await crash(project, uniform() * milliseconds, expected);
    if (outcome.wasKilled) killed++;
    for (const problem of outcome.problems)
      problems.push(`after ${Math.round(outcome.killedAfter)} ms: ${problem}`);
    project.remove();
  }
  console.log(
    `${killed} of ${kills} nights killed before their end (${milliseconds} ms each); ${problems.length} problems`,
  );
  expect(problems).toEqual([]);
}, 3_600_000);
