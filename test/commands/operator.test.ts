import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { config, createProject, type Project } from '../support/project.js';
import { agentContact, botSession } from '../support/records.js';

let project: Project;
beforeEach(() => {
  project = createProject();
  project.write('config/handback.yaml', config());
  project.write(
    'data/all.ndjson',
    Array.from({ length: 20 }, (_, i) => [botSession(i), agentContact(i)]).flat(),
  );
});
afterEach(() => project.remove());

describe('a command that only reads', () => {
  it.each([['status'], ['tickets'], ['review'], ['journeys']])(
    '%s says that no database is there, and makes none',
    async (command) => {
      const { code, stderr } = await project.run(command, '--db', 'typo/nosuch.sqlite');
      expect(code).toBe(2);
      expect(stderr).toMatch(/nosuch\.sqlite: no database is there; "handback nightly" makes it/);
      expect(existsSync(join(project.folder, 'typo'))).toBe(false);
    },
  );
});

describe('handback status', () => {
  it('says how old the newest data and the last good night are, and which run has died', async () => {
    await project.run('nightly');
    const { stdout } = await project.run('status');
    expect(stdout).toMatch(/Newest bot session: 2026-03-02(, \d+ days ago)?\n/);
    expect(stdout).toMatch(/Last good night: 2026-03-02/);
  });
});

describe('what was of a run that came to no night', () => {
  it('is told by status: how the last one ended, which one was killed', async () => {
    await project.run('nightly');
    expect((await project.run('status')).stdout).toMatch(
      /Last run: good, night of 2026-03-02, ended \d{4}-\d\d-\d\d \d\d:\d\d\n/,
    );
    await project.run('nightly', '--date', '2026-03-09');
    writeFileSync(join(project.folder, '.handback/handback.db.lock'), '999999999');
    const { stdout } = await project.run('status');
    expect(stdout).toMatch(
      /Last run: empty, night of 2026-03-09, .*: No data of 2026-03-09.*Nothing was written\. \S/,
    );
    expect(stdout).toMatch(/Killed: process 999999999, begun/);
    expect(stdout).not.toContain('Running now');
  });

  it('is told of one that runs now', async () => {
    await project.run('nightly');
    writeFileSync(join(project.folder, '.handback/handback.db.lock'), String(process.ppid));
    const { stdout } = await project.run('status');
    expect(stdout).toContain(`Running now: process ${process.ppid}, begun`);
  });
});

describe('files of monitors that cannot be written', () => {
  const blocked = () => {
    writeFileSync(join(project.folder, 'file'), '');
    project.write('config/handback.yaml', config('schedule: {metrics_file: file/handback.prom}'));
  };

  it('are a warning with key, file and what to do, and the night stands', async () => {
    blocked();
    const { code, stderr } = await project.run('nightly', '--quiet');
    expect(code).toBe(0);
    expect(stderr).toMatch(
      /^Warning: schedule\.metrics_file: .*file\/handback\.prom cannot be written \(E\w+\).*ReadWritePaths/,
    );
    const health = join(project.folder, '.handback/health.json');
    expect(JSON.parse(readFileSync(health, 'utf8'))).toMatchObject({ status: 'good' });
    expect((await project.run('status')).stdout).toContain('Last good night: 2026-03-02');
  });

  it('are overwritten where they are when nothing new can be written beside them', async () => {
    await project.run('nightly');
    const health = join(project.folder, '.handback/health.json');
    mkdirSync(`${health}.${process.pid}.tmp`);
    const { code } = await project.run('nightly', '--date', '2026-03-09', '--quiet');
    expect(code).toBe(3);
    const { status, message } = JSON.parse(readFileSync(health, 'utf8'));
    expect(status).toBe('empty');
    expect(message).not.toContain('\n');
  });

  it('leave nothing unfinished of runs that were killed', async () => {
    const left = ['.handback/metrics.prom.77.tmp', 'out/.2026-01-01.tmp-77/report.html'];
    for (const path of left) project.write(path, '');
    await project.run('nightly');
    for (const path of left) expect(existsSync(join(project.folder, path))).toBe(false);
  });
});

describe('handback show', () => {
  it('says of a session which repairs it is part of, and of a repair how many journeys are shown', async () => {
    await project.run('nightly');
    const { tickets } = JSON.parse((await project.run('tickets', '--all', '--json')).stdout);
    const [ticket] = tickets;
    const [{ session_id: session }] = ticket.evidence;
    expect((await project.run('show', session)).stdout).toMatch(
      new RegExp(`Repairs that it is part of:\\n(  .*\\n)*  ${ticket.id}  `),
    );
    expect((await project.run('show', ticket.id)).stdout).toMatch(
      new RegExp(`${ticket.evidence.length} of ${ticket.journeys} journeys?;`),
    );
  });
});

describe('a day without data', () => {
  it('is refused with the newest day that has some, where was looked, and what to do', async () => {
    await project.run('nightly');
    const { code, stderr } = await project.run('nightly', '--date', '2026-03-09');
    expect(code).toBe(3);
    expect(stderr).toMatch(/The newest bot session is of 2026-03-02\. Looked in: .*data/);
    expect(stderr).toMatch(/run the night again when they are there/);
  });

  it('is no day of the calendar: a mistake of the command line', async () => {
    const { code, stderr } = await project.run('nightly', '--date', '2026-11-31');
    expect(code).toBe(2);
    expect(stderr).toMatch(/expected a day such as/);
  });
});

describe('handback doctor', () => {
  it('takes a set-up without training data for usable, and counts what cannot be read', async () => {
    project.write('data/broken.ndjson', 'no record\n');
    const { code, stdout } = await project.run('doctor');
    expect(code).toBe(0);
    expect(stdout).toMatch(/ok {4}the training data\n +none is configured/);
    expect(stdout).toMatch(/Nothing is wrong, but 1 record cannot be read/);
  });

  it('names a reviewed code that stands for an intent that there is none of', async () => {
    project.write('bot/nlu.yml', 'nlu:\n- intent: pay\n  examples: |\n    - i want to pay\n');
    const doctorWith = (meaning: string) => {
      project.write(
        'config/handback.yaml',
        config(`training_data: {format: rasa, path: bot}\noutcomes: {PAYMENTS: ${meaning}}`),
      );
      return project.run('doctor');
    };
    const { code, stdout } = await doctorWith('pya');
    expect(code).toBe(1);
    expect(stdout).toMatch(/outcomes\.PAYMENTS: the training data has no intent "pya"/);
    for (const meaning of ['pay', 'none', 'null'])
      expect((await doctorWith(meaning)).stdout).toMatch(/ok {4}the training data/);
  });

  it('says so where a bot speaks a language that is read as another', async () => {
    const spoken = config().replace('London}', 'London, locale: nl-NL}');
    project.write('config/handback.yaml', spoken);
    const { code, stdout } = await project.run('doctor');
    expect(code).toBe(0);
    expect(stdout).toMatch(/ok {4}the language\n +"nl" is not known: .* read as in "en"/);
    project.write('config/handback.yaml', config());
    expect((await project.run('doctor')).stdout).toMatch(/ok {4}the language\nok/);
  });

  it('repeats why the last night is suspect, until one is good', async () => {
    await project.run('nightly');
    expect((await project.run('doctor')).stdout).toContain('ok    the last night');
    project.write(
      'data/more.ndjson',
      Array.from({ length: 20 }, (_, i) => botSession(144 + i)),
    );
    await project.run('nightly');
    const { code, stdout } = await project.run('doctor');
    expect(code).toBe(1);
    expect(stdout).toMatch(/WRONG the last night: 2026-03-03 is suspect: no agent contact of/);
    expect(stdout).not.toContain('Nothing is wrong');
  });

  it('finds outputs that cannot be written before a night does', async () => {
    writeFileSync(join(project.folder, 'file'), 'no folder');
    project.write('config/handback.yaml', config('out: file/out'));
    const { code, stdout } = await project.run('doctor');
    expect(code).toBe(1);
    expect(stdout).toMatch(/WRONG the outputs: .*file: is no folder/);
  });
});

it.each(['purge', 'rotate-key'])(
  'handback %s makes no database where there is none',
  async (name) => {
    const { code, stderr } = await project.runWith({ HANDBACK_KEY: undefined }, name);
    expect(code).toBe(2);
    expect(stderr).toMatch(/no database is there; "handback nightly" makes it/);
    expect(
      [...project.files('.').keys()].filter((path) => /handback\.db$|key$/.test(path)),
    ).toEqual([]);
  },
);

describe('handback purge', () => {
  it('makes a night that looks behind it suspect, and what was good of it stands', async () => {
    await project.run('nightly');
    const ids = async () => (await project.run('tickets', '--all')).stdout;
    const before = await ids();
    project.write('config/handback.yaml', config('retention_days: 28'));
    await project.run('purge');
    const { code, stdout } = await project.run('nightly', '--date', '2026-03-02');
    expect(code).toBe(3);
    expect(stdout).toMatch(/Suspect: conversations before .* are purged.*cannot be made again/);
    expect(await ids()).toBe(before);
    const { stdout: erased } = await project.run('erase', 's-3', '--yes');
    expect(erased).toMatch(/cannot be made again, .* are purged; .*: 2026-03-02\./);
  });

  it('leaves a night alone where nothing was so old', async () => {
    await project.run('nightly');
    project.write('config/handback.yaml', config('retention_days: 36500'));
    await project.run('purge');
    expect((await project.run('nightly', '--date', '2026-03-02')).code).toBe(0);
  });
});

describe('handback erase', () => {
  it('takes no empty identifier, and says what it looked for', async () => {
    await project.run('nightly');
    const empty = await project.run('erase', ' ');
    expect([empty.code, empty.stderr]).toEqual([2, expect.stringMatching(/is empty; expected a/)]);
    const unknown = await project.run('erase', 'nobody@nowhere.example');
    expect(unknown.code).toBe(0);
    expect(unknown.stdout).toMatch(/No record .* Looked for it as a phone number, an e-mail/);
  });

  it('says which nights can be made again', async () => {
    await project.run('nightly');
    const { stdout } = await project.run('erase', 's-3', '--yes');
    expect(stdout).toMatch(/--date DAY" writes these nights again: 2026-03-02\./);
    expect(stdout).not.toContain('cannot be made again');
  });
});

describe('handback release', () => {
  it('takes no day to come', async () => {
    await project.run('nightly');
    const { tickets } = JSON.parse((await project.run('tickets', '--all', '--json')).stdout);
    const [{ id }] = tickets;
    const future = await project.run('release', id, '--on', '2126-01-01');
    expect([future.code, future.stderr]).toEqual([2, expect.stringMatching(/is in the future/)]);
    expect((await project.run('release', id, '--on', '2026-03-03')).code).toBe(0);
  });
});
