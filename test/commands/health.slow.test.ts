import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { metricsOf, nothingCounted } from '../../src/pipeline/health/report-health.js';
import { config, createProject, type Project, until } from '../support/project.js';
import { agentContact, at, botSession } from '../support/records.js';

let project: Project;
beforeEach(() => {
  project = createProject();
  project.write('config/handback.yaml', config());
});
afterEach(() => project.remove());

const health = () => JSON.parse(project.files('.handback').get('health.json') ?? 'null');
const metrics = () => project.files('.handback').get('metrics.prom') ?? '';
const value = (name: string) =>
  Number(new RegExp(`^handback_${name}(?:\\{[^}]*\\})? (\\S+)$`, 'm').exec(metrics())?.[1]);
const day = (n: number) =>
  Array.from({ length: 20 }, (_, i) => [botSession(144 * n + i), agentContact(144 * n + i)]).flat();

describe('what monitors read', () => {
  it('tells of a good night, and of a failed one with the success before it', async () => {
    project.write('data/all.ndjson', day(0));
    await project.run('nightly');
    expect(health()).toMatchObject({ status: 'good', night: '2026-03-02', message: null });
    const success = value('last_success_timestamp_seconds');
    expect(success).toBe(health().at);
    expect(value('records_read')).toBe(40);
    expect(value('handoffs_linked')).toBe(20);
    expect(value('last_run_status{status="good"}'.split('{')[0] ?? '')).toBe(1);

    project.write(
      'data/b.ndjson',
      day(1).filter(({ type }) => type === 'bot_session'),
    );
    await project.run('nightly');
    expect(health()).toMatchObject({ status: 'suspect', lastGoodNight: '2026-03-02' });
    expect(health().message).toMatch(/no agent contact of 2026-03-03/);
    expect(value('last_success_timestamp_seconds')).toBe(success);

    await project.run('nightly', '--date', '2030-01-01');
    expect(health()).toMatchObject({ status: 'empty', night: '2030-01-01' });

    rmSync(join(project.folder, 'out'), { recursive: true });
    project.write('out', 'a file where the folder should be');
    expect((await project.run('nightly', '--date', '2026-03-02')).code).toBe(1);
    const { runs } = JSON.parse((await project.run('status', '--json')).stdout);
    expect(runs.at(-1)).toMatchObject({ night: '2026-03-02', status: 'good' });
    expect(runs.at(-1).message).toMatch(/this run stands; a later one did not end: \[publish\]/);
    expect(health()).toMatchObject({ status: 'failed', lastGoodNight: '2026-03-02' });
    expect(metrics()).toContain('handback_last_run_status{status="failed"} 1');
  });

  it('does not take a night that is run again, with nothing new to read, for data that still come', async () => {
    project.write('data/all.ndjson', day(0));
    await project.run('nightly');
    const success = health().lastSuccessAt;
    await new Promise((resolve) => setTimeout(resolve, 1100));
    await project.run('nightly');
    expect(health()).toMatchObject({ status: 'good', lastSuccessAt: success });
    expect(health().at).toBeGreaterThan(success);
    project.write('data/more.ndjson', day(1));
    await project.run('nightly');
    expect(health().lastSuccessAt).toBeGreaterThan(success);
  });

  it('tells of a config that cannot be read, where the config says and beside what was stored', async () => {
    project.write('data/all.ndjson', day(0));
    await project.run('nightly');
    const file = join(project.folder, 'config/handback.yaml');
    const good = readFileSync(file, 'utf8');
    const { lastSuccessAt } = health();
    writeFileSync(file, `${good}\nmysterious_key: 1\n`);
    expect((await project.run('nightly', '--dry-run')).code).toBe(2);
    expect(health().status).not.toBe('failed');
    expect((await project.run('nightly')).code).toBe(2);
    expect(health()).toMatchObject({ status: 'failed', night: null, lastSuccessAt });
    expect(health().message).toContain('mysterious_key');
    const place = 'schedule: {health_file: .handback/other.json}\n';
    writeFileSync(file, `${good}\n${place}bot: {: no yaml\n`);
    expect((await project.run('backfill', '--from', '2026-03-02', '--to', '2026-03-02')).code).toBe(
      2,
    );
    expect(existsSync(join(project.folder, '.handback/other.json'))).toBe(true);
    writeFileSync(file, good);
    await project.run('nightly');
    expect(health().status).toBe('good');
  });

  it('is not begun by a config that cannot be read where nothing has run', async () => {
    const other = createProject();
    other.write('config/handback.yaml', 'sources: none');
    expect((await other.run('nightly')).code).toBe(2);
    expect(existsSync(join(other.folder, '.handback'))).toBe(false);
    other.remove();
  });

  it('is as Prometheus reads it: a type and a number a line, each name once', () => {
    const text = metricsOf({
      status: 'good',
      night: '2026-03-02',
      at: 2,
      lastSuccessAt: null,
      lastGoodNight: null,
      message: null,
      counts: nothingCounted,
    });
    expect(text).not.toContain('null');
    for (const line of text.trim().split('\n'))
      expect(line).toMatch(
        /^(# (HELP|TYPE) handback_\w+ .+|handback_\w+(\{status="\w+"\})? -?\d+(\.\d+)?)$/,
      );
    expect(text.endsWith('\n')).toBe(true);
  });
});

describe('handback nightly, asked to stop', () => {
  it('stops before its next step, publishes nothing, and comes to the same bytes later', async () => {
    const records = Array.from({ length: 1000 }, (_, n) => [
      botSession(n % 140, {
        session_id: `s-${n}`,
        handoff: { at: at((n % 140) * 10, 60), key: `k-${n}` },
      }),
      agentContact(n % 140, { contact_id: `c-${n}`, handoff_key: `k-${n}` }),
    ]).flat();
    const other = createProject();
    for (const place of [project, other]) {
      place.write('config/handback.yaml', config());
      place.write('data/all.ndjson', records);
    }
    await other.run('nightly');
    const log = join(project.folder, '.handback/handback.db-wal');
    const { child, output, ended } = project.start('nightly');
    await until(() => existsSync(log) && statSync(log).size > 500_000, 50);
    child.kill('SIGTERM');
    expect(await ended).toBe(143);
    expect(output()).toContain('stopped on request');
    expect(existsSync(join(project.folder, 'out'))).toBe(false);
    expect(existsSync(join(project.folder, '.handback/handback.db.lock'))).toBe(false);
    expect(health()).toMatchObject({ status: 'stopped' });
    expect((await project.run('nightly')).code).toBe(0);
    expect(project.files('out')).toEqual(other.files('out'));
    other.remove();
  }, 120_000);
});

describe('an output folder that may not be written', () => {
  it('fails the night, says why, and keeps the last good one', async () => {
    project.write('data/all.ndjson', day(0));
    await project.run('nightly');
    const before = (await project.run('tickets', '--json')).stdout;
    project.write('data/more.ndjson', day(1));
    mkdirSync(join(project.folder, 'elsewhere'));
    project.write('elsewhere/2026-03-03', 'a file in the way');
    project.write('config/handback.yaml', config('out: elsewhere/2026-03-03'));
    const { code, stderr } = await project.run('nightly');
    expect(code).toBe(1);
    expect(stderr).toMatch(/\[publish\] could not write/);
    expect((await project.run('tickets', '--json')).stdout).toBe(before);
  });
});
