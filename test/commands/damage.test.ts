/** What an operator finds in the morning: a database that is gone, empty, cut or overwritten. */
import { execFileSync, spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { config, createProject, type Project } from '../support/project.js';
import { agentContact, botSession } from '../support/records.js';

const hasShell = spawnSync('sqlite3', ['--version']).status === 0;

let project: Project;
let database: string;
beforeEach(async () => {
  project = createProject();
  database = join(project.folder, '.handback/handback.db');
  project.write('config/handback.yaml', config());
  const records = Array.from({ length: 80 }, (_, n) => [botSession(n), agentContact(n)]).flat();
  project.write('data/all.ndjson', records);
  await project.run('nightly', '--accept-data');
  const raw = new Database(database);
  raw.pragma('wal_checkpoint(TRUNCATE)');
  raw.pragma('journal_mode = delete');
  raw.close();
});
afterEach(() => project.remove());

const says = async (...args: string[]) => {
  const { code, stdout, stderr } = await project.run(...args);
  return { code, said: stdout + stderr };
};

describe('a database that is gone', () => {
  it.each([
    ['gone', () => rmSync(database)],
    ['an empty file', () => writeFileSync(database, '')],
    [
      'one without a record',
      () => {
        rmSync(database);
        new Database(database).exec('create table t (a)').close();
      },
    ],
  ])('%s, is not made anew without a word', async (_, lose) => {
    lose();
    for (const command of ['nightly', 'doctor', 'purge', 'status']) {
      const { code, said } = await says(command);
      // What is only read of one without a record is nothing.
      if (code === 0) continue;
      expect([command, said]).toEqual([
        command,
        expect.stringMatching(/gone or empty, and it had a good night of 2026-03-02.*Put it back/),
      ]);
    }
    expect((await says('nightly')).code).toBe(2);
    expect((await says('doctor')).code).toBe(1);
    rmSync(join(project.folder, '.handback/health.json'));
    expect((await says('nightly', '--accept-data')).code).toBe(0);
  });

  it('is none where another is named beside it, or none ever had a good night', async () => {
    expect((await says('nightly', '--accept-data', '--db', '.handback/other.db')).code).toBe(0);
    expect(existsSync(join(project.folder, '.handback/other.db'))).toBe(true);
  });
});

describe('a damaged database', () => {
  it.each([
    ['cut', () => truncateSync(database, Math.floor(statSync(database).size * 0.6))],
    ['without its header', () => project.damage('.handback/handback.db', 0, 100)],
  ])(
    '%s, has one advice in doctor and in a night, and the key is not blamed',
    async (_, damage) => {
      damage();
      const { code, said } = await says('doctor');
      expect(code).toBe(1);
      expect(said).toMatch(/WRONG the database: .*put back your last backup.*\.clone RESCUED/is);
      expect(said).not.toContain('WRONG the key');
      const night = await says('nightly');
      expect(night.code).toBe(1);
      expect(night.said).toMatch(/damaged; "handback doctor" says what to do/);
    },
  );

  it.skipIf(!hasShell)('is rescued by the recipe, and what was lost is read again', async () => {
    project.damage('.handback/handback.db', 4096 * 8, 4096 * 10);
    const rescued = join(project.folder, 'rescued.db');
    spawnSync('sqlite3', [database, `.clone ${rescued}`]);
    expect(execFileSync('sqlite3', [rescued, 'pragma integrity_check']).toString()).toBe('ok\n');
    execFileSync('sqlite3', [rescued, 'delete from files']);
    expect((await says('doctor', '--db', rescued)).code).toBe(0);
    copyFileSync(rescued, database);
    expect((await says('nightly', '--accept-data')).code).toBe(0);
    const { counts } = JSON.parse((await project.run('status', '--json')).stdout);
    expect(counts).toMatchObject({ sessions: 80, contacts: 80 });
  });
});
