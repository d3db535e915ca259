import { chmodSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { commandFirst } from '../../src/commands/arguments.js';
import { examples } from '../../src/commands/examples.js';
import { failureOf, failureText } from '../../src/commands/failures.js';
import { type LogEvent, sentenceOf } from '../../src/commands/log-sentences.js';
import { editIn } from '../../src/commands/person.js';
import { runProgram } from '../../src/commands/program.js';
import { stageProgress } from '../../src/commands/progress.js';
import { UsageError } from '../../src/domain/errors.js';
import { config, createProject, type Project, until } from '../support/project.js';
import { agentContact, botSession } from '../support/records.js';

let project: Project;
beforeEach(() => {
  project = createProject();
});
afterEach(() => project.remove());

describe('the command line', () => {
  it('refuses an unknown command, and lists what there is with examples', async () => {
    expect(await project.run('nosuch')).toMatchObject({ code: 2, stdout: '' });
    const { stdout, code } = await project.run('tickets', '--help');
    expect(code).toBe(0);
    expect(stdout).toContain('handback tickets --date 2026-11-21 --all');
  });

  it('has an example for every command, that names it', async () => {
    const { stdout } = await project.run('--help');
    const names = [...stdout.matchAll(/^ {2}([a-z]+) [ [<]/gm)].map(([, name = '']) => name);
    expect(names).toContain('nightly');
    for (const name of names.filter((one) => one !== 'help'))
      expect(examples[name]?.join(), name).toContain(`handback ${name}`);
  });

  it.each([
    [
      ['--json', 'status'],
      ['status', '--json'],
    ],
    [
      ['--config', 'a b', '--quiet', 'show', 'x'],
      ['show', '--config', 'a b', '--quiet', 'x'],
    ],
    [
      ['--db=x', 'status', '--json'],
      ['status', '--db=x', '--json'],
    ],
    [
      ['status', '--json'],
      ['status', '--json'],
    ],
    [['--version'], ['--version']],
    [['--json'], ['--json']],
  ])('takes common options before the command: %j', (given, meant) => {
    expect(commandFirst(given)).toEqual(meant);
  });

  it('says what is wrong as JSON under --json, wherever that stands', async () => {
    for (const args of [
      ['--json', 'status'],
      ['status', '--json'],
      ['nosuch', '--json'],
    ]) {
      const { code, stderr, stdout } = await project.run(...args);
      const { error } = JSON.parse(stderr);
      expect([code, error.kind, error.exit_code, stdout]).toEqual([2, 'usage', 2, '']);
      expect(error.problems[0]).toMatch(/config|unknown command/);
    }
  });

  it('shows where an error came from for a bug, or when asked', () => {
    const usage = failureOf(new UsageError('key: wrong'), '');
    const text = (verbose: boolean) => failureText(usage, { json: false, verbose });
    expect(text(false)).toBe('key: wrong\n');
    expect(text(true)).toContain('terminal.test');
    const bug = failureOf(new TypeError('x is not'), '');
    expect(failureText(bug, { json: false, verbose: false })).toContain('terminal.test');
  });

  it('completes commands, options and choices', async () => {
    const printed: string[] = [];
    const { log } = console;
    console.log = (text: string) => printed.push(text);
    try {
      for (const asked of [['rel'], ['simulate', '--world', '']])
        await project.run('complete', '--', ...asked);
    } finally {
      console.log = log;
    }
    const all = printed.join('\n');
    expect(all).toContain('release');
    expect(all).toContain('parcels');
  });
});

describe('handback open', () => {
  const opener = (): string => {
    const file = project.write('opener.sh', '#!/bin/sh\necho "$1" > "$OPENED"\n');
    chmodSync(file, 0o755);
    return file;
  };
  const night = (day: string) => project.write(`out/${day}/report.html`, '<!doctype html>');

  beforeEach(() => {
    project.write('config/handback.yaml', config(''));
    project.write('data/all.ndjson', '');
  });

  it('opens the newest report, or that of a day', async () => {
    night('2026-02-01');
    const newest = night('2026-02-03');
    mkdirSync(join(project.folder, 'out/2026-02-04'));
    const opened = join(project.folder, 'opened');
    const { stdout } = await project.runWith({ BROWSER: opener(), OPENED: opened }, 'open');
    expect(stdout).toContain(newest);
    const said = () => {
      try {
        return readFileSync(opened, 'utf8').trim();
      } catch {
        return '';
      }
    };
    await until(() => said() === newest, 10);
    const { stdout: other } = await project.runWith(
      { BROWSER: '/nonexistent' },
      'open',
      '--date',
      '2026-02-01',
      '--json',
    );
    expect(JSON.parse(other)).toMatchObject({ opened: false });
    expect(other).toContain('2026-02-01/report.html');
  });

  it('says what to do where there is none', async () => {
    expect(await project.run('open')).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('run "handback nightly"'),
    });
  });
});

describe('progress', () => {
  it('keeps a line of each stage with its time, and says what remains', () => {
    const lines: [string, boolean][] = [];
    let at = 0;
    const onStage = stageProgress(['ingest', 'link'], {
      now: () => at,
      progress: (line, done = false) => lines.push([line, done]),
    });
    onStage('ingest', '');
    at = 2500;
    onStage('ingest', 'a.ndjson 50 %');
    at = 4000;
    onStage('link', '');
    expect(lines).toEqual([
      ['[ 1/2] ingest 0.0 s  1 to go', false],
      ['[ 1/2] ingest 2.5 s  a.ndjson 50 %  1 to go', false],
      ['[ 1/2] ingest 4.0 s  a.ndjson 50 %', true],
      ['[ 2/2] link   0.0 s  the last', false],
    ]);
  });

  const shownOn = async (environment: NodeJS.ProcessEnv, columns?: number, ...more: string[]) => {
    project.write('config/handback.yaml', config(''));
    project.write('data/all.ndjson', [botSession(0), agentContact(0)]);
    let stderr = '';
    await runProgram(['nightly', ...more], {
      cwd: project.folder,
      environment: { HANDBACK_KEY: 'a key for tests only, sixteen up', ...environment },
      now: () => 0,
      print: () => {},
      complain: (text) => {
        stderr += text;
      },
      ...(columns !== undefined && { columns }),
      stopRequested: () => new Promise(() => {}),
    });
    return stderr;
  };

  it('obeys NO_COLOR, fits the width, and says nothing where nobody looks', async () => {
    const dim = '\u001b[2m';
    expect(await shownOn({}, 80)).toContain(dim);
    expect(await shownOn({ NO_COLOR: '1' }, 80)).not.toContain(dim);
    const narrow = await shownOn({ NO_COLOR: '1' }, 20);
    const lines = narrow.split(/[\r\n]/).map((line) => line.replace('\u001b[K', ''));
    expect(
      Math.max(...lines.filter((line) => line.startsWith('[')).map(({ length }) => length)),
    ).toBeLessThan(20);
    expect(await shownOn({})).not.toContain('ingest');
    expect(await shownOn({}, undefined, '--verbose')).toContain('ingest');
  });
});

it.each<[LogEvent, string]>([
  [
    { kind: 'night_done', night: '2026-11-21', result: 'good' },
    'Night of 2026-11-21 is done: good.',
  ],
  [{ kind: 'catching_up', nights: ['a', 'b'] }, 'Catching up on missed nights: a, b.'],
  [
    { kind: 'delivery', night: '2026-11-21', to: 'email', failed: 'it is full' },
    'Not sent to email: it is full.',
  ],
  [
    { kind: 'purged', firstKept: '2026-08-01', rows: { bot_session: 3, quote: 1 }, files: 1 },
    'Kept are conversations from 2026-08-01 on: 4 rows emptied or deleted, 1 file of old nights removed.',
  ],
])('the schedule says %j in words', (event, words) => {
  expect(sentenceOf(event)).toBe(words);
});

it('a text comes back from the editor as it was left, and not at all from one that fails', () => {
  const editor = project.write('editor.sh', '#!/bin/sh\necho added >> "$1"\n');
  chmodSync(editor, 0o755);
  expect(editIn(editor, 'one\n')).toBe('one\nadded\n');
  expect(editIn('false', 'one\n')).toBeNull();
  expect(editIn('/nonexistent', 'one\n')).toBeNull();
});
