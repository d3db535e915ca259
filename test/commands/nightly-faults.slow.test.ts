import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { config, createProject, type Project } from '../support/project.js';
import { agentContact, at, botSession } from '../support/records.js';

let project: Project;
beforeEach(() => {
  project = createProject();
});
afterEach(() => project.remove());

describe('handback nightly on bad input and after a crash', () => {
  it('gives each bad record its reason, and the rest of the night is unharmed', async () => {
    project.write('config/handback.yaml', config('maximum_quarantine_share: 1'));
    const { session_id: _, ...noIdentity } = botSession(7);
    const lines = [
      JSON.stringify(botSession(1)),
      JSON.stringify(agentContact(1)),
      'this is no JSON: 07700 900123',
      JSON.stringify(noIdentity),
      JSON.stringify(botSession(3, { started_at: '2026-03-02T09:00:00' })),
      JSON.stringify(botSession(4, { turns: [] })),
      `{"type":"bot_session","junk":"${'x'.repeat(50 * 1024 * 1024)}"}`,
      JSON.stringify(agentContact(5, { ended_at: at(0) })),
      JSON.stringify(botSession(2)),
      JSON.stringify(agentContact(2)),
    ];
    project.write('data/all.ndjson', lines.join('\n'));
    const { code, stdout } = await project.run('nightly');
    expect(code).toBe(0);
    expect(stdout).toContain('6 records are in quarantine');
    const journeys = (project.files('out/2026-03-02').get('journeys.ndjson') ?? '')
      .trim()
      .split('\n');
    expect(journeys.map((line) => JSON.parse(line).contact_id)).toEqual(['c-1', 'c-2']);

    const status = JSON.parse((await project.run('status', '--json')).stdout);
    const reasons = new Map<number, string>(
      status.quarantine.map((entry: { line: number; reason: string }) => [
        entry.line,
        entry.reason,
      ]),
    );
    expect(reasons.get(3)).toMatch(/JSON/);
    expect(reasons.get(4)).toMatch(/session_id/);
    expect(reasons.get(5)).toMatch(/offset/);
    expect(reasons.get(6)).toMatch(/turn/);
    expect(reasons.get(7)).toMatch(/long|MB|bytes/);
    expect(reasons.get(8)).toMatch(/ended_at|ends before/);
    expect(JSON.stringify(status)).not.toContain('07700');
  });

  it('ends with status 3 when too much is in quarantine', async () => {
    project.write('config/handback.yaml', config());
    project.write('data/all.ndjson', ['no', 'JSON', JSON.stringify(botSession(1))].join('\n'));
    const { code, stdout } = await project.run('nightly');
    expect(code).toBe(3);
    expect(stdout).toContain('maximum_quarantine_share');
    expect(existsSync(join(project.folder, 'out/2026-03-02/report.html'))).toBe(true);
  });

  it.each([
    ['before the store', { stored: false, published: false }],
    ['between store and folder', { stored: true, published: false }],
    ['between folder and run', { stored: true, published: true }],
  ])(
    'killed %s, leaves a night that is due again and comes to the same bytes',
    async (moment, left) => {
      const other = createProject();
      for (const place of [project, other]) {
        place.write('config/handback.yaml', config());
        place.write(
          'data/all.ndjson',
          Array.from({ length: 20 }, (_, n) => [botSession(n), agentContact(n)]).flat(),
        );
      }
      await other.run('nightly');
      expect(await project.runScript('killed-night.mjs', project.folder, moment)).toBe('SIGKILL');
      expect(existsSync(join(project.folder, 'out/2026-03-02'))).toBe(left.published);
      const json = async (place: Project, ...args: string[]) =>
        JSON.parse((await place.run(...args, '--json')).stdout);
      const { last_good: lastGood, runs } = await json(project, 'status');
      expect(lastGood).toBeNull();
      expect(runs).toMatchObject([{ night: '2026-03-02', status: 'running' }]);
      const whole = await json(other, 'tickets', '--date', '2026-03-02');
      expect(whole.tickets.length).toBeGreaterThan(0);
      expect((await json(project, 'tickets', '--date', '2026-03-02')).tickets).toEqual(
        left.stored ? whole.tickets : [],
      );
      expect(await project.run('nightly')).toMatchObject({ code: 0, stderr: '' });
      expect(project.files('out')).toEqual(other.files('out'));
      other.remove();
    },
  );
});
