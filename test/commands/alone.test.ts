/** The job as it runs at night, with nobody to name a day. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { config, createProject, type Project } from '../support/project.js';
import { agentContact, botSession } from '../support/records.js';

let project: Project;
beforeEach(async () => {
  project = createProject();
  project.write('config/handback.yaml', config());
  project.write('data/a.ndjson', [...sessions(0), ...contacts(0)]);
  expect((await project.run('nightly')).code).toBe(0);
});
afterEach(() => project.remove());

/** Day 0 is 2 March 2026. */
const numbers = (day: number) => Array.from({ length: 20 }, (_, i) => day * 144 + i);
const sessions = (day: number) => numbers(day).map((n) => botSession(n));
const contacts = (day: number) => numbers(day).map((n) => agentContact(n));

const health = () =>
  JSON.parse(readFileSync(join(project.folder, '.handback/health.json'), 'utf8')) as {
    status: string;
    lastSuccessAt: number;
    message: string | null;
  };
/** An hour ago, so that a success of now shows. */
function ageSuccess(): number {
  const file = join(project.folder, '.handback/health.json');
  const was = JSON.parse(readFileSync(file, 'utf8'));
  const lastSuccessAt = was.lastSuccessAt - 3600;
  project.write('.handback/health.json', JSON.stringify({ ...was, lastSuccessAt }));
  return lastSuccessAt;
}

describe('a night of which only the agents sent their records', () => {
  it('is suspect, and not the day before made again', async () => {
    project.write('data/b.ndjson', contacts(1));
    const success = ageSuccess();
    const { code, stdout } = await project.run('nightly');
    expect(code).toBe(3);
    expect(stdout).toMatch(
      /^Suspect: agent contacts up to 2026-03-03, but no bot session after 2026-03-02\.\n.*stands.*\nWhen the data are there: "handback nightly";/,
    );
    expect(health()).toMatchObject({ status: 'suspect', lastSuccessAt: success });
    project.write('data/c.ndjson', sessions(1));
    const { code: later, stdout: said } = await project.run('nightly');
    expect([later, said]).toEqual([0, expect.stringContaining('Night of 2026-03-03')]);
    expect(health().lastSuccessAt).toBeGreaterThan(success);
  });

  it('stays a good one where a person runs the day before again', async () => {
    project.write('data/b.ndjson', contacts(1));
    expect((await project.run('nightly', '--date', '2026-03-02')).code).toBe(0);
    expect((await project.run('nightly', '--all')).code).toBe(0);
    expect((await project.run('nightly', '--from', 'detect')).code).toBe(0);
    expect((await project.run('backfill', '--from', '2026-03-02', '--to', '2026-03-02')).code).toBe(
      0,
    );
  });
});

describe('a night that finds nothing new', () => {
  it('says so in one line and is no sign that data still come', async () => {
    const success = ageSuccess();
    const { code, stdout } = await project.run('nightly');
    expect(code).toBe(0);
    expect(stdout).toMatch(
      /^Nothing new: the newest bot session is of 2026-03-02, \d+ days ago\.\n/,
    );
    expect(health()).toMatchObject({ status: 'good', lastSuccessAt: success });
    expect((await project.run('nightly', '--all')).stdout).not.toContain('Nothing new');
  });

  it("takes yesterday's file under today's name for nothing new", async () => {
    project.write('data/b.ndjson', [...sessions(0), ...contacts(0)]);
    const success = ageSuccess();
    expect((await project.run('nightly')).stdout).toMatch(/^Nothing new/);
    expect(health().lastSuccessAt).toBe(success);
    project.write('data/c.ndjson', [...sessions(1), ...contacts(1)]);
    expect((await project.run('nightly')).stdout).not.toContain('Nothing new');
    expect(health().lastSuccessAt).toBeGreaterThan(success);
  });
});

describe('under --quiet', () => {
  it('nothing is said of a good night, and a suspect one is complained of', async () => {
    project.write('data/b.ndjson', [...sessions(1), ...contacts(1)]);
    const good = await project.run('nightly', '--quiet');
    expect(good).toEqual({ code: 0, stdout: '', stderr: '' });
    project.write('data/c.ndjson', sessions(2));
    const { code, stdout, stderr } = await project.run('nightly', '--quiet');
    expect([code, stdout]).toEqual([3, '']);
    expect(stderr).toMatch(/^Suspect: no agent contact of 2026-03-04, and 20 handoffs\.\n/);
    expect(stderr).toContain('The last good night, 2026-03-03, stays in force.');
    expect(stderr).toContain('"handback nightly --date 2026-03-04"');
  });
});
