import { spawn } from 'node:child_process';
import { copyFileSync, mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { crash } from '../support/crash.js';
import { createCrashProject } from '../support/crash-project.js';
import { createProject } from '../support/project.js';
import { seeded } from '../support/seeded.js';

const kills = 4;

describe('a night', () => {
  const undisturbed = createCrashProject();
  let expected = new Map<string, string>();
  let milliseconds = 0;

  beforeAll(async () => {
    const start = Date.now();
    const { ended } = undisturbed.start('nightly');
    expect(await ended).toBe(0);
    milliseconds = Date.now() - start;
    expected = undisturbed.files('out');
  }, 60_000);
  afterAll(() => undisturbed.remove());

  it('killed at random moments comes to the same bytes, nothing twice and nothing missing', async () => {
    const uniform = seeded(11);
    for (let n = 0; n < kills; n++) {
      const project = createCrashProject();
      const { problems } = await crash(project, uniform() * milliseconds, expected);
      expect(problems).toEqual([]);
      project.remove();
    }
  }, 120_000);

  it('beside a second one runs alone: the second says who is at work, and harms nothing', async () => {
    const project = createCrashProject();
    const first = project.start('nightly');
    const second = project.start('nightly');
    const codes = [await first.ended, await second.ended].sort();
    expect(codes).toEqual([0, 1]);
    expect(first.output() + second.output()).toMatch(/process \d+ is running a night/);
    expect(project.files('out')).toEqual(expected);
    project.remove();
  }, 60_000);

  it('can be backed up while it runs, and the copy gives the same night', async () => {
    const project = createCrashProject();
    await project.run('status');
    const { ended } = project.start('nightly');
    await new Promise((done) => setTimeout(done, milliseconds / 2));
    const live = new Database(join(project.folder, '.handback/handback.db'), { readonly: true });
    const copy = createCrashProject();
    mkdirSync(join(copy.folder, '.handback'), { recursive: true });
    await live.backup(join(copy.folder, '.handback/handback.db'));
    live.close();
    expect(await ended).toBe(0);
    expect((await copy.run('nightly')).code).toBe(0);
    expect(copy.files('out')).toEqual(expected);
    copy.remove();
    project.remove();
  }, 60_000);

  it('on a full disk fails with a message, and comes to the same bytes when there is room', async () => {
    const project = createCrashProject();
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
