import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AgentContactRecord, BotSessionRecord } from '../../src/domain/records.js';
import { config, createProject, type Project, until } from '../support/project.js';

let project: Project;
beforeEach(() => {
  project = createProject();
});
afterEach(() => project.remove());

const at = (minutes: number, seconds = 0) =>
  new Date(Date.parse('2026-03-02T09:00:00Z') + minutes * 60_000 + seconds * 1000).toISOString();

const botSession = (n: number, more: Partial<BotSessionRecord> = {}): BotSessionRecord => ({
  type: 'bot_session',
  platform: 'flow',
  bot_id: 'helper',
  session_id: `s-${n}`,
  started_at: at(n * 10),
  channel: 'chat',
  outcome: 'escalated',
  handoff: { at: at(n * 10, 60), key: `k-${n}` },
  turns: [
    { at: at(n * 10), actor: 'customer', text: 'my parcel never came, call me on 07700 900123' },
    { at: at(n * 10, 10), actor: 'bot', text: 'I will pass you on.' },
  ],
  ...more,
});
const agentContact = (n: number, more: Partial<AgentContactRecord> = {}): AgentContactRecord => ({
  type: 'agent_contact',
  platform: 'desk',
  contact_id: `c-${n}`,
  started_at: at(n * 10, 65),
  answered_at: at(n * 10, 90),
  ended_at: at(n * 10, 400),
  channel: 'chat',
  origin: 'bot',
  handoff_key: `k-${n}`,
  turns: [
    { at: at(n * 10, 95), actor: 'agent', text: 'Hi, how can I help you?' },
    { at: at(n * 10, 110), actor: 'customer', text: 'my parcel never came' },
  ],
  ...more,
});

const outputs = [
  'report.html',
  'summary.md',
  'tickets.yaml',
  'suggestions.yaml',
  'journeys.ndjson',
  'metrics.json',
];

describe('handback nightly', () => {
  it('leaves every file of a night, and says where the report is', async () => {
    project.write('config/handback.yaml', config());
    project.write('data/all.ndjson', [
      botSession(1),
      agentContact(1),
      botSession(2),
      agentContact(2),
    ]);
    const { code, stdout, stderr } = await project.run('nightly');
    expect(stderr).toBe('');
    expect(code).toBe(0);
    expect(stdout).toContain('Report: out/2026-03-02/report.html');
    for (const name of outputs) expect(project.files('out/2026-03-02').has(name)).toBe(true);
    const [line = ''] = (project.files('out/2026-03-02').get('journeys.ndjson') ?? '').split('\n');
    expect(JSON.parse(line)).toMatchObject({
      session_id: 's-1',
      contact_id: 'c-1',
      link: { method: 'key' },
    });
  });

  it('keeps no personal value anywhere on the disk', async () => {
    project.write('config/handback.yaml', config());
    const customer = { phone: '07700 900123', email: 'kim.doe@example.com' };
    project.write('data/all.ndjson', [botSession(1, { customer }), agentContact(1, { customer })]);
    await project.run('nightly');
    const written = [...project.files('out').values(), ...project.files('.handback').values()].join(
      '\n',
    );
    expect(written).toContain('⟨phone:');
    expect(written).not.toMatch(/07700|900123|kim\.doe/);
  });

  it('gives the same bytes when it runs again, and for the same input elsewhere', async () => {
    const other = createProject();
    const records = Array.from({ length: 12 }, (_, n) => [botSession(n), agentContact(n)]).flat();
    for (const place of [project, other]) {
      place.write('config/handback.yaml', config());
      place.write('data/all.ndjson', records);
      await place.run('nightly');
    }
    const first = project.files('out');
    expect(other.files('out')).toEqual(first);
    await project.run('nightly');
    expect(project.files('out')).toEqual(first);
    other.remove();
  });

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

  it('ends with status 2 and every problem of the config, without a stack', async () => {
    project.write(
      'config/handback.yaml',
      'bot: {timezone: UTC, colour: red}\nsources: [{format: fax, path: a}]',
    );
    const unknownKey = await project.run('nightly');
    expect(unknownKey.code).toBe(2);
    expect(unknownKey.stderr).toMatch(/bot\.colour: unknown key/);
    project.write(
      'config/handback.yaml',
      'bot: {timezone: UTC}\nsources: [{format: fax, path: a}]',
    );
    const unknownFormat = await project.run('nightly');
    expect(unknownFormat.code).toBe(2);
    expect(unknownFormat.stderr).toMatch(/unknown format "fax"; expected one of .*handback/);
    expect(unknownFormat.stderr).not.toMatch(/ at .*\.js/);
  });

  it('runs on a night without any session, and says so', async () => {
    project.write('config/handback.yaml', config());
    const { code, stdout } = await project.run('nightly', '--date', '2026-03-02');
    expect(code).toBe(0);
    expect(stdout).toMatch(/nothing to look at/);
    expect(stdout).toMatch(/no file matches/);
  });

  it('after kill -9 in the middle comes to the same bytes', async () => {
    const records = Array.from({ length: 3000 }, (_, n) => [
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
    const database = join(project.folder, '.handback/handback.db-wal');
    for (const bytes of [1, 2_000_000]) {
      const { child, ended } = project.start('nightly');
      await until(
        () => (existsSync(database) && statSync(database).size > bytes) || child.exitCode !== null,
        20,
      );
      child.kill('SIGKILL');
      await ended;
    }
    const { code, stderr } = await project.run('nightly');
    expect(stderr).toBe('');
    expect(code).toBe(0);
    expect(project.files('out')).toEqual(other.files('out'));
    expect(project.files('out').size).toBeGreaterThan(0);
    other.remove();
  }, 60_000);

  it('refuses a second night beside a running one', async () => {
    project.write('config/handback.yaml', config());
    project.write('.handback/handback.db.lock', String(process.pid));
    const { code, stderr } = await project.run('nightly');
    expect(code).toBe(1);
    expect(stderr).toMatch(new RegExp(`process ${process.pid} is running a night`));
  });
});

describe('handback backfill', () => {
  it('runs every night of the range, oldest first', async () => {
    project.write('config/handback.yaml', config());
    project.write('data/all.ndjson', [botSession(1), agentContact(1)]);
    const { code } = await project.run('backfill', '--from', '2026-03-01', '--to', '2026-03-03');
    expect(code).toBe(0);
    const nights = [...project.files('out').keys()].filter((name) => name.endsWith('report.html'));
    expect(nights).toEqual(
      ['2026-03-01', '2026-03-02', '2026-03-03'].map((d) => `${d}/report.html`),
    );
  });

  it('refuses a range the wrong way round', async () => {
    project.write('config/handback.yaml', config());
    const { code, stderr } = await project.run(
      'backfill',
      '--from',
      '2026-03-03',
      '--to',
      '2026-03-01',
    );
    expect(code).toBe(2);
    expect(stderr).toContain('--from 2026-03-03 is after --to 2026-03-01');
  });
});
