import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { config, createProject, type Project } from '../support/project.js';
import { agentContact, botSession } from '../support/records.js';

let project: Project;
beforeEach(() => {
  project = createProject();
  project.write('config/handback.yaml', config());
});
afterEach(() => project.remove());

/** Days are counted from Monday, 2 March 2026; twenty handoffs a day, ten minutes apart. */
const numbers = (days: readonly number[], perDay = 20) =>
  days.flatMap((day) => Array.from({ length: perDay }, (_, i) => day * 144 + i));
const sessions = (days: readonly number[], perDay?: number) =>
  numbers(days, perDay).map((n) => botSession(n));
const contacts = (days: readonly number[], perDay?: number) =>
  numbers(days, perDay).map((n) => agentContact(n));
const json = async (...args: string[]) => JSON.parse((await project.run(...args, '--json')).stdout);

describe('a night whose data did not come', () => {
  it('is suspect, keeps the last good night in force, and is made good by the next run', async () => {
    project.write('data/bot.ndjson', sessions([0, 1]));
    project.write('data/desk.ndjson', contacts([0]));
    expect((await project.run('nightly', '--date', '2026-03-02')).code).toBe(0);
    const before = await json('tickets');
    expect(before.tickets.length).toBeGreaterThan(0);

    const { code, stdout } = await project.run('nightly', '--date', '2026-03-03');
    expect(code).toBe(3);
    expect(stdout).toMatch(/Suspect: no agent contact of 2026-03-03, and 20 handoffs\./);
    expect(existsSync(join(project.folder, 'out/2026-03-03/report.html'))).toBe(true);
    expect(project.files('out/2026-03-03').get('report.html')).toContain('suspect night');
    expect(await json('tickets')).toEqual(before);
    const status = await json('status');
    expect(status.last_good).toBe('2026-03-02');
    expect(status.runs[0]).toMatchObject({ night: '2026-03-03', status: 'suspect' });

    project.write('data/desk-late.ndjson', contacts([1]));
    expect((await project.run('nightly', '--date', '2026-03-03')).code).toBe(0);
    expect((await json('status')).last_good).toBe('2026-03-03');
    expect(project.files('out/2026-03-03').get('report.html')).not.toContain('suspect night');
  });

  it('comes to the same bytes as a night that had them at once', async () => {
    const other = createProject();
    other.write('config/handback.yaml', config());
    other.write('data/all.ndjson', [...sessions([0]), ...contacts([0])]);
    await other.run('nightly');
    project.write('data/bot.ndjson', sessions([0]));
    expect((await project.run('nightly')).code).toBe(3);
    project.write('data/desk.ndjson', contacts([0]));
    expect((await project.run('nightly')).code).toBe(0);
    expect(project.files('out')).toEqual(other.files('out'));
    other.remove();
  });

  it('notices a part of a delivery against the same weekday before', async () => {
    project.write('data/bot.ndjson', [...sessions([-28, -21, -14, -7]), ...sessions([0], 5)]);
    project.write('data/desk.ndjson', [...contacts([-28, -21, -14, -7]), ...contacts([0], 5)]);
    const { code, stdout } = await project.run('nightly', '--date', '2026-03-02');
    expect(code).toBe(3);
    expect(stdout).toMatch(
      /bot sessions of flow: 5 on 2026-03-02, where a Monday usually brings about 20/,
    );
    const accepted = await project.run('nightly', '--date', '2026-03-02', '--accept-data');
    expect(accepted.code).toBe(0);
  });

  it('leaves a good run of the same night and its folder as they were', async () => {
    project.write('data/all.ndjson', [...sessions([0]), ...contacts([0])]);
    expect((await project.run('nightly')).code).toBe(0);
    const [out, tickets] = [project.files('out'), await json('tickets')];
    project.write('data/other.ndjson', [{ no: 'record' }]);
    const { code, stdout } = await project.run('nightly');
    expect(code).toBe(3);
    expect(stdout).toContain('The good run of 2026-03-02 from before stands');
    expect(project.files('out')).toEqual(out);
    expect(await json('tickets')).toEqual(tickets);
    // Still there and still of no use: a second look makes nothing good.
    expect((await project.run('nightly')).code).toBe(3);
    rmSync(join(project.folder, 'data/other.ndjson'));
    expect((await project.run('nightly')).code).toBe(0);
  });

  it('is told of every input that cannot be read', async () => {
    project.write('data/all.ndjson', [...sessions([0]), ...contacts([0])]);
    project.write('surveys.csv', 'colour,size\nred,4\nblue,5\n');
    project.write(
      'config/handback.yaml',
      [
        'bot: {timezone: Europe/London}',
        'sources:',
        '  - {format: handback, path: data/*.ndjson}',
        '  - {format: handback, path: nowhere/*.ndjson}',
        '  - {format: csat-csv, path: surveys.csv}',
        'training_data: {format: rasa, path: bot}',
      ].join('\n'),
    );
    const { code, stdout } = await project.run('nightly');
    expect(code).toBe(3);
    const said = stdout.split('\n').find((line) => line.startsWith('Suspect:'));
    expect(said).toMatch(/nowhere\/\*\.ndjson: no file matches/);
    expect(said).toMatch(/surveys\.csv: nothing of it could be used/);
    expect(said).toMatch(/bot: /);
  });

  it('is no night at all on a day of which nothing is known, and changes nothing', async () => {
    project.write('data/all.ndjson', [...sessions([0]), ...contacts([0])]);
    await project.run('nightly');
    const stored = async () => {
      const { last_run: _, ...status } = await json('status');
      return [status, await json('tickets'), project.files('out')];
    };
    const before = await stored();
    const { code, stderr } = await project.run('nightly', '--date', '2030-01-01');
    expect(code).toBe(3);
    expect(stderr).toMatch(/No data of 2030-01-01/);
    expect(await stored()).toEqual(before);
    expect((await json('status')).last_run.status).toBe('empty');
  });

  it('is no night without any source, and says which path matches nothing', async () => {
    const { code, stderr } = await project.run('nightly');
    expect(code).toBe(3);
    expect(stderr).toMatch(/data\/\*\.ndjson: no file matches/);
  });

  it('is no night with nothing but records that were set aside, and says how many', async () => {
    project.write(
      'data/bot.ndjson',
      sessions([0]).map(({ started_at: _, ...rest }) => rest),
    );
    const { code, stderr } = await project.run('nightly');
    expect(code).toBe(3);
    expect(stderr).toMatch(/20 of 20 records were set aside: "handback quarantine"/);
  });

  it('with all sessions in quarantine, is suspect', async () => {
    project.write(
      'data/bot.ndjson',
      sessions([0]).map(({ started_at: _, ...rest }) => rest),
    );
    project.write('data/desk.ndjson', contacts([0]));
    const { code, stdout } = await project.run('nightly', '--date', '2026-03-02');
    expect(code).toBe(3);
    expect(stdout).toMatch(/bot\.ndjson: nothing of it could be used \(20 records\)/);
    expect((await json('status')).last_good).toBeNull();
  });
});

describe('handback forget', () => {
  it('takes a night back, and the one before is in force again', async () => {
    project.write('data/all.ndjson', [...sessions([0, 1]), ...contacts([0, 1])]);
    await project.run('nightly', '--date', '2026-03-02');
    const before = await json('tickets');
    await project.run('nightly', '--date', '2026-03-03');
    const first = project.files('out');
    const { code, stdout } = await project.run('forget', '2026-03-03');
    expect(code).toBe(0);
    expect(stdout).toContain('Last good night: 2026-03-02');
    expect(existsSync(join(project.folder, 'out/2026-03-03'))).toBe(false);
    expect(await json('tickets')).toEqual(before);
    expect((await json('tickets', '--date', '2026-03-03')).tickets).toEqual([]);
    expect((await project.run('nightly', '--date', '2026-03-03')).code).toBe(0);
    expect(project.files('out')).toEqual(first);
  });

  it('refuses a night that never ran', async () => {
    project.write('data/all.ndjson', [...sessions([0]), ...contacts([0])]);
    await project.run('nightly');
    const { code, stderr } = await project.run('forget', '2026-01-01');
    expect(code).toBe(2);
    expect(stderr).toMatch(/no such night has run; known are 2026-03-02/);
  });
});
