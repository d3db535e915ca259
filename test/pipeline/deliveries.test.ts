/** However the records of some days are delivered, the night comes to the same. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createRandom } from '../../src/lib/random.js';
import { createProject, type Project } from '../support/project.js';

const days = ['2026-03-02', '2026-03-03', '2026-03-04'] as const;
const last = days[2];

describe('the last night', () => {
  const projects: Project[] = [];
  let lines: string[] = [];
  let expected: ReturnType<Project['files']>;

  /** The same company, its sessions and contacts not delivered yet. */
  async function company(): Promise<Project> {
    const project = createProject();
    projects.push(project);
    await project.run(
      ...['simulate', '--world', 'parcels', '--journeys', '40', '--days', '3', '--seed', '3'],
      ...['--from', days[0], '--to', project.folder],
    );
    const config = join(project.folder, 'handback.yaml');
    const text = readFileSync(config, 'utf8')
      .replace('    path: sessions.ndjson\n', '    path: data\n')
      .replace('  - format: handback\n    path: contacts.ndjson\n', '');
    writeFileSync(config, text);
    return project;
  }
  const deliver = (project: Project, name: string, some: readonly string[]) =>
    project.write(`data/${name}.ndjson`, `${some.join('\n')}\n`);
  async function night(project: Project, date: string = last) {
    const { code, stderr } = await project.run('nightly', '--accept-data', '--date', date);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  }
  const outputs = (project: Project) => project.files(`out/${last}`);

  beforeAll(async () => {
    const project = await company();
    lines = ['sessions', 'contacts'].flatMap((file) =>
      readFileSync(join(project.folder, `${file}.ndjson`), 'utf8')
        .trim()
        .split('\n'),
    );
    deliver(project, 'all', lines);
    await night(project);
    expected = outputs(project);
    expect(expected.size).toBeGreaterThan(5);
  }, 240_000);
  afterAll(() => {
    for (const project of projects) project.remove();
  });

  it('is the same from several files in another order, with half of the records delivered twice', async () => {
    const project = await company();
    const random = createRandom('deliveries');
    const mixed = [...lines, ...lines.filter(() => random.chance(0.5))]
      .map((line) => ({ line, place: random.next() }))
      .sort((a, b) => a.place - b.place)
      .map(({ line }) => line);
    for (const part of [0, 1, 2])
      deliver(
        project,
        `part-${part}`,
        mixed.filter((_, i) => i % 3 === part),
      );
    await night(project);
    expect(outputs(project)).toEqual(expected);
  }, 240_000);

  it('is the same after nights that had their own day’s records, and as these nights done at once', async () => {
    const [live, later] = [await company(), await company()];
    for (const day of days) {
      deliver(
        live,
        day,
        lines.filter((line) => line.includes(`"started_at":"${day}`)),
      );
      await night(live, day);
    }
    deliver(later, 'all', lines);
    await later.run('backfill', '--from', days[0], '--to', last);
    expect(outputs(live)).toEqual(outputs(later));
  }, 480_000);
});
