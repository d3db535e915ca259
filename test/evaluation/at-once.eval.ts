/** Two loops of `nightly`, one `schedule` and a loop of `review accept` on one database, all at once for a minute (HANDBACK_SECONDS). */
import { cpSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import { openSqliteStore } from '../../src/store/sqlite.js';
import { createProject, type Project } from '../support/project.js';

const seconds = Number(process.env.HANDBACK_SECONDS ?? 60);
const root = resolve(import.meta.dirname, '../..');

/** What a night may end with beside others. */
const isClear = (code: number | null, output: string) =>
  code === 0 || (code === 1 && /process \d+ is running a night/.test(output));

it('nothing is broken or lost where all write at once', async () => {
  const project = createProject();
  cpSync(join(root, 'data'), join(project.folder, 'data'), { recursive: true });
  const written = readFileSync(join(root, 'config/handback.yaml'), 'utf8');
  project.write('config/handback.yaml', written.replace('"0 3 * * *"', '"*/5 * * * * *"'));
  expect((await project.run('nightly')).code).toBe(0);
  const night = await newest(project);
  const ids = night.map(({ id }) => id);
  expect(ids.length).toBeGreaterThan(3);
  const until = Date.now() + 1000 * seconds;
  const odd: string[] = [];
  const nights = async () => {
    let good = 0;
    while (Date.now() < until) {
      const { ended, output } = project.start('nightly', '--quiet');
      const code = await ended;
      if (!isClear(code, output())) odd.push(`nightly ended with ${code}: ${output()}`);
      if (code === 0) good += 1;
    }
    return good;
  };
  const decided = new Set<string>();
  const reviews = async () => {
    for (let n = 0; Date.now() < until; n++) {
      const id = ids[n % ids.length] ?? '';
      const { ended, output } = project.start('review', 'accept', id, '--by', 'ada');
      const code = await ended;
      if (code === 0) decided.add(id);
      else odd.push(`review ended with ${code}: ${output()}`);
    }
  };
  const schedule = project.start('schedule');
  const [one, two] = await Promise.all([nights(), nights(), reviews()]);
  schedule.child.kill('SIGTERM');
  const scheduled = await schedule.ended;
  const kept = await decisionsOf(project);
  const [check] = database(project, 'integrity_check');
  console.log(
    `${seconds} s: ${(one ?? 0) + (two ?? 0)} nights, ${decided.size} decisions of ${ids.length}, ${odd.length} odd ends; schedule ended with ${scheduled}`,
  );
  expect(odd).toEqual([]);
  expect(scheduled).toBe(0);
  expect([...decided].filter((id) => !kept.has(id))).toEqual([]);
  expect(check).toEqual({ integrity_check: 'ok' });
  project.remove();
}, 600_000);

const place = (project: Project) => join(project.folder, '.handback/handback.db');

async function newest(project: Project) {
  const store = openSqliteStore(place(project));
  const [run] = await store.runs(1);
  const suggestions = await store.suggestions(run?.night ?? '');
  await store.close();
  return suggestions;
}

async function decisionsOf(project: Project): Promise<ReadonlySet<string>> {
  const store = openSqliteStore(place(project));
  const all = await store.reviews();
  await store.close();
  return new Set(all.map(({ suggestion }) => suggestion));
}

function database(project: Project, pragma: string): unknown[] {
  const open = new Database(place(project), { readonly: true });
  const said = open.pragma(pragma) as unknown[];
  open.close();
  return said;
}
