import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { stageNames } from '../../src/pipeline/nightly.js';
import { config, createProject, type Project } from '../support/project.js';
import { agentContact, at, botSession } from '../support/records.js';

let project: Project;
const count = 40;
const record = (n: number) => [botSession(n), agentContact(n)];
beforeEach(() => {
  project = createProject();
  project.write('config/handback.yaml', config());
  project.write('data/all.ndjson', Array.from({ length: count }, (_, n) => record(n)).flat());
});
afterEach(() => project.remove());

describe('handback nightly --from', () => {
  it('gives the same bytes from every stage on', async () => {
    await project.run('nightly');
    const once = project.files('out');
    for (const stage of stageNames) {
      expect(await project.run('nightly', '--from', stage)).toMatchObject({ code: 0, stderr: '' });
      expect(project.files('out')).toEqual(once);
    }
  });

  it('reads no source again', async () => {
    await project.run('nightly');
    project.write('data/more.ndjson', record(count));
    await project.run('nightly', '--from', 'link');
    expect(JSON.parse((await project.run('status', '--json')).stdout)).toMatchObject({
      counts: { sessions: count },
    });
  });

  it('says what is not stored: the links of records that came after the night', async () => {
    await project.run('nightly');
    project.write('data/more.ndjson', record(count));
    await project.run('nightly', '--date', '2026-03-03');
    const { code, stderr } = await project.run('nightly', '--date', '2026-03-02', '--from', 'rank');
    expect(code).toBe(2);
    expect(stderr).toContain('run it with --from link');
  });

  it('refuses a stage that there is none of, and a first night', async () => {
    const unknown = await project.run('nightly', '--from', 'lunch');
    expect(unknown).toMatchObject({ code: 2 });
    expect(unknown.stderr).toContain('Allowed choices are ingest, link, check, detect');
    const first = await project.run('nightly', '--from', 'detect');
    expect(first).toMatchObject({ code: 2 });
    expect(first.stderr).toContain('no night has run yet');
  });
});

describe('handback nightly --dry-run', () => {
  it('on an empty place leaves no file at all, and says what it would have written', async () => {
    const { code, stdout } = await project.run('nightly', '--dry-run');
    expect(code).toBe(0);
    expect(readdirSync(project.folder).sort()).toEqual(['config', 'data']);
    expect(stdout).toContain(`records: sessions ${count} new, 0 changed`);
    expect(stdout).toContain('new     out/2026-03-02/report.html');
    expect(stdout).toMatch(/rows: links 40, learnedLinks 1, marks 1, journeys 40/);
  });

  it('leaves a database and its folders as they were', async () => {
    await project.run('nightly');
    const [out, status] = [project.files('out'), (await project.run('status', '--json')).stdout];
    project.write('data/more.ndjson', [
      botSession(count, { started_at: at(1440), handoff: { at: at(1440, 60) } }),
    ]);
    const { stdout } = await project.run('nightly', '--dry-run', '--json');
    const { dry_run: dryRun } = JSON.parse(stdout);
    expect(dryRun.records.sessions).toEqual({ added: 1, changed: 0, same: 0 });
    expect(dryRun.files).toContainEqual({ path: 'report.html', change: 'new' });
    expect(project.files('out')).toEqual(out);
    expect((await project.run('status', '--json')).stdout).toBe(status);
    expect(existsSync(join(project.folder, '.handback/handback.db.lock'))).toBe(false);
  });

  it('tells an unchanged file from one that would differ', async () => {
    await project.run('nightly');
    project.write('out/2026-03-02/summary.md', 'of another time');
    const { stdout } = await project.run('nightly', '--dry-run');
    expect(stdout).toContain('changed out/2026-03-02/summary.md');
    expect(stdout).toContain('same    out/2026-03-02/report.html');
  });
});
