/** Kills a night at a random moment, runs it to its end, and says what differs from an undisturbed one. */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import type { Project } from './project.js';

export interface Crash {
  /** Milliseconds after the start; the night may have ended before. */
  killedAfter: number;
  wasKilled: boolean;
  problems: string[];
}

/** @param expected the outputs of an undisturbed night */
export async function crash(
  project: Project,
  killedAfter: number,
  expected: ReadonlyMap<string, string>,
): Promise<Crash> {
  const { child, ended } = project.start('nightly');
  await new Promise((done) => setTimeout(done, killedAfter));
  const wasKilled = child.kill('SIGKILL') && child.exitCode === null;
  await ended;
  return { killedAfter, wasKilled, problems: await problemsAfter(project, expected) };
}

/** Runs the night that was killed to its end, and says what is wrong with it then. */
export async function problemsAfter(
  project: Project,
  expected: ReadonlyMap<string, string>,
  count = crashRecords,
): Promise<string[]> {
  const problems: string[] = [];
  const again = await project.run('nightly');
  if (again.code !== 0) problems.push(`the next run ended with ${again.code}: ${again.stderr}`);
  if (!same(project.files('out'), expected)) problems.push('the outputs differ');
  if (existsSync(join(project.folder, 'out')))
    for (const left of readdirSync(join(project.folder, 'out')).filter((one) =>
      one.startsWith('.'),
    ))
      problems.push(`${left} is left over`);
  const database = new Database(join(project.folder, '.handback/handback.db'));
  const [check] = database.pragma('integrity_check') as { integrity_check: string }[];
  if (check?.integrity_check !== 'ok') problems.push(`the database: ${check?.integrity_check}`);
  for (const table of ['sessions', 'contacts', 'journeys']) {
    const { n } = database.prepare(`select count(*) as n from ${table}`).get() as { n: number };
    if (n !== count) problems.push(`${table}: ${n} rows`);
  }
  database.close();
  return problems;
}

/** Sessions, and as many contacts. */
export const crashRecords = 400;

const same = (a: ReadonlyMap<string, string>, b: ReadonlyMap<string, string>): boolean =>
  a.size === b.size && [...a].every(([path, content]) => b.get(path) === content);
