import { spawn } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { problemsAfter } from '../support/crash.js';
import { createCrashProject } from '../support/crash-project.js';
import { createProject, type Project, until } from '../support/project.js';

const count = 200;

describe('a night', () => {
  const undisturbed = createCrashProject(count);
  let expected = new Map<string, string>();

  beforeAll(async () => {
    expect((await undisturbed.run('nightly')).code).toBe(0);
    expected = undisturbed.files('out');
  }, 60_000);
  afterAll(() => undisturbed.remove());

  /** A night as a process of its own, up to where it has written so much into the database. */
  const startedUpTo = async (project: Project, bytes: number) => {
    const night = project.start('nightly');
    const log = join(project.folder, '.handback/handback.db-wal');
    const written = () => existsSync(log) && statSync(log).size > bytes;
    await until(() => written() || night.child.exitCode !== null, 50);
    return night;
  };

  // At random moments, and a hundred times: npm run evaluate -- crash.
  it.each([1, 150_000])(
    'killed when %i bytes are written comes to the same bytes, nothing twice and nothing missing',
    async (bytes) => {
      const project = createCrashProject(count);
      const { child, ended } = await startedUpTo(project, bytes);
      child.kill('SIGKILL');
      await ended;
      expect(await problemsAfter(project, expected, count)).toEqual([]);
      project.remove();
    },
    120_000,
  );

  it('beside a second one runs alone: the second says who is at work, and harms nothing', async () => {
    const project = createCrashProject(count);
    const first = await startedUpTo(project, 1);
    const second = await project.run('nightly');
    expect(second.code).toBe(1);
    expect(second.stderr).toMatch(/process \d+ is running a night/);
    expect(await first.ended).toBe(0);
    expect(project.files('out')).toEqual(expected);
    project.remove();
  }, 120_000);

  it('can be backed up while it runs, and the copy gives the same night', async () => {
    const project = createCrashProject(count);
    const { ended } = await startedUpTo(project, 100_000);
    const live = new Database(join(project.folder, '.handback/handback.db'), { readonly: true });
    const copy = createCrashProject(count);
    mkdirSync(join(copy.folder, '.handback'), { recursive: true });
    await live.backup(join(copy.folder, '.handback/handback.db'));
    live.close();
    expect(await ended).toBe(0);
    expect((await copy.run('nightly')).code).toBe(0);
    expect(copy.files('out')).toEqual(expected);
    copy.remove();
    project.remove();
  }, 120_000);

  it('on a full disk fails with a message, and comes to the same bytes when there is room', async () => {
    const project = createCrashProject(count);
    // A limit on the size of files is what a full disk is to SQLite and to us, and needs no rights.
    const cli = resolve(import.meta.dirname, '../../dist/cli.js');
    const limited = spawn(
      'bash',
      ['-c', `ulimit -f 300; exec "${process.execPath}" "${cli}" nightly`],
      {
        cwd: project.folder,
        env: { ...process.env, HANDBACK_KEY: 'a key for tests only, sixteen up' },
      },
    );
    let said = '';
    limited.stderr.on('data', (chunk) => {
      said += chunk;
    });
    const code = await new Promise((done) => limited.on('close', done));
    expect(code).toBe(1);
    expect(said).toMatch(/full|EFBIG|SQLITE_FULL|SQLITE_IOERR/);
    expect(said).not.toMatch(/ at .*\.js/);
    expect((await project.run('nightly')).code).toBe(0);
    expect(project.files('out')).toEqual(expected);
    project.remove();
  }, 60_000);
});

it('keeps a copy of the key useless for another database', async () => {
  const [one, other] = [createProject(), createProject()];
  for (const project of [one, other])
    project.write(
      'config/handback.yaml',
      'bot: {timezone: UTC}\nsources: [{format: handback, path: data/*.ndjson}]',
    );
  await one.runWith({ HANDBACK_KEY: undefined }, 'nightly');
  await other.runWith({ HANDBACK_KEY: undefined }, 'nightly');
  copyFileSync(join(one.folder, '.handback/key'), join(other.folder, '.handback/key'));
  const { code } = await other.runWith({ HANDBACK_KEY: undefined }, 'nightly');
  expect(code).toBe(2);
  one.remove();
  other.remove();
});
