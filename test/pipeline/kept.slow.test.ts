/** Nights one after another on one store: what each reads and judges, and that it comes to the same. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createProject, type Project } from '../support/project.js';

interface Printed {
  work: { read: number; judged: number };
  links: { handoffs: number };
}

/** Of seven days; the second has twice as many as the first to learn from, the third few more than the second. */
const days = ['2026-03-04', '2026-03-07', '2026-03-08'];
const last = '2026-03-08';

describe('a store of some nights', () => {
  let project: Project;
  const printed = new Map<string, Printed>();
  const night = async (day: string, ...more: string[]): Promise<Printed> => {
    const { stdout, stderr, code } = await project.run(
      'nightly',
      '--accept-data',
      '--json',
      '--date',
      day,
      ...more,
    );
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    return JSON.parse(stdout) as Printed;
  };
  const outputs = () => project.files(`out/${last}`);

  beforeAll(async () => {
    project = createProject();
    await project.run(
      ...['simulate', '--world', 'parcels', '--journeys', '84', '--days', '7', '--seed', '3'],
      ...['--from', '2026-03-02', '--to', project.folder],
    );
    for (const day of days) printed.set(day, await night(day));
  }, 300_000);
  afterAll(() => project.remove());

  it('reads each journey once, in the night that it is new', () => {
    const read = days.map((day) => printed.get(day)?.work.read);
    const handoffs = days.map((day) => printed.get(day)?.links.handoffs ?? 0);
    expect(read).toEqual(handoffs.map((n, i) => n - (handoffs[i - 1] ?? 0)));
  });

  it('judges what it reads and nothing else, while what an earlier night learned stands', () => {
    const { read, judged } = printed.get(last)?.work ?? {};
    expect(judged).toBe(read);
    const before = printed.get(days[1] ?? '');
    expect(before?.work.judged).toBeGreaterThan(before?.work.read ?? 0);
  });

  it('says the same when the night runs again, and judges nothing', async () => {
    const before = outputs();
    const { work } = await night(last);
    expect(work).toEqual({ read: 0, judged: 0 });
    expect(outputs()).toEqual(before);
  });

  it('reads and judges all when it is told to', async () => {
    const { work, links } = await night(last, '--all');
    expect(work).toEqual({ read: links.handoffs, judged: links.handoffs });
  });

  it('reads all again when the training data have changed', async () => {
    const file = join(project.folder, 'training/nlu.yml');
    writeFileSync(
      file,
      readFileSync(file, 'utf8').replace('    - hi\n', '    - hi\n    - one more\n'),
    );
    const { work, links } = await night(last);
    expect(work.read).toBe(links.handoffs);
  });
});
