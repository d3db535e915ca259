import { chmodSync, existsSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { config, createProject, type Project } from '../support/project.js';
import { agentContact, botSession } from '../support/records.js';

let project: Project;
let key: string;
let database: string;
beforeEach(() => {
  project = createProject();
  key = join(project.folder, '.handback/key');
  database = join(project.folder, '.handback/handback.db');
  project.write('config/handback.yaml', config());
  project.write('data/all.ndjson', [botSession(1), agentContact(1)]);
});
afterEach(() => project.remove());

const keyless = (...args: string[]) => project.runWith({ HANDBACK_KEY: undefined }, ...args);

describe('the key of a database', () => {
  it('is made on the first night, kept, and not stored in the database', async () => {
    expect((await keyless('nightly')).code).toBe(0);
    expect((await keyless('nightly')).code).toBe(0);
    expect((await keyless('doctor')).stdout).toContain('ok    the key');
  });

  it('is refused when it is another, with what to do, and nothing is read with it', async () => {
    await keyless('nightly');
    writeFileSync(key, `${'ab'.repeat(32)}\n`, { mode: 0o600 });
    project.write('data/more.ndjson', [botSession(2), agentContact(2)]);
    for (const command of ['nightly', 'doctor']) {
      const { code, stdout, stderr } = await keyless(command);
      expect(code).toBe(command === 'nightly' ? 2 : 1);
      expect(stdout + stderr).toMatch(/another key than the one .*Put that key back/);
    }
    const { counts } = JSON.parse((await keyless('status', '--json')).stdout);
    expect(counts.sessions).toBe(1);
  });

  it('is refused when it is gone, and none is made in its place', async () => {
    await keyless('nightly');
    rmSync(key);
    for (const command of ['nightly', 'doctor']) {
      const { stdout, stderr } = await keyless(command);
      expect(stdout + stderr).toMatch(/is gone.*Put it back|is gone\. Put that key back/);
    }
    expect(existsSync(key)).toBe(false);
  });

  it('is taken as it is by a database from before there were fingerprints, but not made anew', async () => {
    await keyless('nightly');
    const raw = new Database(database);
    raw.exec('delete from settings');
    raw.close();
    expect((await keyless('nightly')).code).toBe(0);
    const again = new Database(database);
    again.exec('delete from settings');
    again.close();
    rmSync(key);
    expect((await keyless('nightly')).stderr).toMatch(/is gone/);
  });
});

describe('what lies on the disk', () => {
  it("is the owner's alone in the database folder, and nobody else's than a group's in the outputs", async () => {
    await project.run('nightly');
    // What monitors read has no customer in it.
    const open = ['health.json', 'metrics.prom'];
    const files = readdirSync(join(project.folder, '.handback')).filter(
      (one) => !open.includes(one),
    );
    // The key may come from elsewhere: the folder is not made by it alone.
    for (const file of ['', ...files])
      expect([file, statSync(join(project.folder, '.handback', file)).mode & 0o077]).toEqual([
        file,
        0,
      ]);
    const out = join(project.folder, 'out');
    for (const file of ['', ...readdirSync(out, { recursive: true, encoding: 'utf8' })])
      expect([file, statSync(join(out, file)).mode & 0o027]).toEqual([file, 0]);
  });

  it('is made private where an earlier version left it open', async () => {
    await project.run('nightly');
    chmodSync(database, 0o644);
    await project.run('status');
    expect(statSync(database).mode & 0o777).toBe(0o600);
  });
});

describe('a damaged database', () => {
  it('is said to be damaged by doctor, with how to restore it, and a night makes nothing worse', async () => {
    project.write(
      'data/all.ndjson',
      Array.from({ length: 200 }, (_, n) => [
        botSession(n % 80, { session_id: `s${n}` }),
        agentContact(n % 80, { contact_id: `c${n}` }),
      ]).flat(),
    );
    await project.run('nightly', '--accept-data');
    const raw = new Database(database);
    raw.pragma('wal_checkpoint(TRUNCATE)');
    raw.close();
    const out = project.files('out');
    project.damage('.handback/handback.db', 4096 * 20, 4096 * 30);
    const { code, stdout } = await project.run('doctor');
    expect(code).toBe(1);
    expect(stdout).toMatch(/WRONG the database: .*put back your last backup/is);
    const night = await project.run('nightly');
    expect(night.code).toBe(1);
    expect(night.stderr).toMatch(/damaged; "handback doctor" says what to do/);
    expect(night.stderr).not.toMatch(/ at .*\.js/);
    expect(project.files('out')).toEqual(out);
  });
});
