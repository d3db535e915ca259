import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { config, createProject, type Project } from '../support/project.js';
import { agentContact, botSession } from '../support/records.js';

let project: Project;
beforeEach(() => {
  project = createProject();
});
afterEach(() => project.remove());

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

  it('takes a stage that there is none of for a slip of the hand, and for no failed night', async () => {
    const { code, stderr } = await project.run('nightly', '--from', 'foo');
    expect(code).toBe(2);
    expect(stderr).toMatch(/foo.*Allowed choices are ingest, link/);
    expect(() => project.files('.handback')).toThrow();
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
    // Five digits in a row stand in a hash now and then: within a row of hex digits they are no telephone.
    expect(written).not.toMatch(/07700 ?900123|(?<![\da-f])(?:07700|900123)(?![\da-f])|kim\.doe/);
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

  it('refuses a second night beside a running one', async () => {
    project.write('config/handback.yaml', config());
    project.write('.handback/handback.db.lock', String(process.ppid));
    const { code, stderr } = await project.run('nightly');
    expect(code).toBe(1);
    expect(stderr).toMatch(new RegExp(`process ${process.ppid} is running a night`));
  });
});

describe('handback backfill', () => {
  it('runs every night of the range, oldest first', async () => {
    project.write('config/handback.yaml', config());
    // One handed over on each of three days.
    const days = [-144, 0, 144];
    project.write(
      'data/all.ndjson',
      days.flatMap((n) => [botSession(n), agentContact(n)]),
    );
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
