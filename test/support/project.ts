/** A project in a temporary folder, and the command line on it. */
import { type ChildProcess, spawn } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { runProgram } from '../../src/commands/program.js';

const cli = resolve(import.meta.dirname, '../../dist/cli.js');

export interface Ran {
  code: number;
  stdout: string;
  stderr: string;
}

export interface Started {
  child: ChildProcess;
  output(): string;
  ended: Promise<number | null>;
}

export interface Project {
  folder: string;
  write(path: string, content: string | object[]): string;
  /** Runs `handback …` to its end, inside this process: a process of its own takes a second to load. */
  run(...args: string[]): Promise<Ran>;
  /** The same with other variables in the environment. */
  runWith(variables: NodeJS.ProcessEnv, ...args: string[]): Promise<Ran>;
  /** Overwrites bytes of a file. */
  damage(path: string, from: number, to: number): void;
  /** Runs a script of this folder as a process of its own; the signal that killed it, if one did. */
  runScript(script: string, ...args: string[]): Promise<NodeJS.Signals | null>;
  /** Starts `handback …` as a process of its own; its output gathers in `output()`. */
  start(...args: string[]): Started;
  /** The same with other variables in the environment. */
  startWith(variables: NodeJS.ProcessEnv, ...args: string[]): Started;
  /** Every file below a folder, as path to content. */
  files(path: string): Map<string, string>;
  remove(): void;
}

const environment = {
  ...process.env,
  HANDBACK_KEY: 'a key for tests only, sixteen up',
  NO_COLOR: '1',
};

export function createProject(): Project {
  const folder = mkdtempSync(join(tmpdir(), 'handback-project-'));
  async function runWith(variables: NodeJS.ProcessEnv, ...args: string[]): Promise<Ran> {
    const ran = { stdout: '', stderr: '' };
    const code = await runProgram(args, {
      cwd: folder,
      environment: { ...environment, ...variables },
      now: () => Date.now(),
      print(text) {
        ran.stdout += text;
      },
      complain(text) {
        ran.stderr += text;
      },
      stopRequested: () => new Promise(() => {}),
    });
    return { code, ...ran };
  }
  function startWith(variables: NodeJS.ProcessEnv, ...args: string[]): Started {
    const env = { ...environment, ...variables };
    const child = spawn(process.execPath, [cli, ...args], { cwd: folder, env });
    let text = '';
    child.stdout.on('data', (chunk) => {
      text += chunk;
    });
    child.stderr.on('data', (chunk) => {
      text += chunk;
    });
    const ended = new Promise<number | null>((done) => {
      child.on('close', (code) => done(code));
    });
    return { child, output: () => text, ended };
  }
  return {
    folder,
    write(path, content) {
      const file = join(folder, path);
      mkdirSync(resolve(file, '..'), { recursive: true });
      const text =
        typeof content === 'string'
          ? content
          : content.map((item) => `${JSON.stringify(item)}\n`).join('');
      writeFileSync(file, text);
      return file;
    },
    run: (...args) => runWith({}, ...args),
    runWith,
    damage(path, from, to) {
      const file = join(folder, path);
      const bytes = readFileSync(file);
      bytes.fill(0xa5, from, to);
      writeFileSync(file, bytes);
    },
    runScript: (script, ...args) =>
      new Promise((done) => {
        const file = join(import.meta.dirname, script);
        const child = spawn(process.execPath, [file, ...args], { cwd: folder, env: environment });
        child.on('close', (_code, signal) => done(signal));
      }),
    start: (...args) => startWith({}, ...args),
    startWith,
    files(path) {
      const root = join(folder, path);
      const found = readdirSync(root, { recursive: true, encoding: 'utf8' })
        .map((name) => join(root, name))
        .filter((file) => statSync(file).isFile())
        .sort();
      return new Map(found.map((file) => [relative(root, file), readFileSync(file, 'utf8')]));
    },
    remove() {
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The least config: our own records from `data/`, and whatever else is given. */
export function config(more = ''): string {
  return [
    'bot: {timezone: Europe/London}',
    'sources:',
    '  - {format: handback, path: data/*.ndjson}',
    more,
  ].join('\n');
}

export async function until(condition: () => boolean, seconds: number): Promise<void> {
  for (let waited = 0; !condition(); waited += 50) {
    if (waited > seconds * 1000) throw new Error(`not within ${seconds} s`);
    await new Promise((done) => setTimeout(done, 50));
  }
}
