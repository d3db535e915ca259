import { spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { UsageError } from '../domain/errors.js';
import { type CommandOutcome, type CommonOptions, loadConfig, type Outside } from './command.js';

export interface OpenOptions extends CommonOptions {
  /** Local date of the night; the newest that has a report without one. */
  date?: string;
}

const openers: Partial<Record<NodeJS.Platform, [command: string, ...args: string[]]>> = {
  darwin: ['open'],
  win32: ['cmd', '/c', 'start', ''],
};

/** `handback open`: the newest report in the browser; $BROWSER names another program. */
export async function run(options: OpenOptions, outside: Outside): Promise<CommandOutcome> {
  const { out } = loadConfig(options, outside);
  const report = reportIn(out, options.date);
  const named = outside.environment.BROWSER;
  const [command, ...args] = named ? [named] : (openers[process.platform] ?? ['xdg-open']);
  const isOpened = await start(command ?? 'xdg-open', [...args, report], outside.environment);
  return {
    text: isOpened ? `Opened ${report}` : `No browser was found; open it yourself: ${report}`,
    data: { report, opened: isOpened },
  };
}

function reportIn(out: string, date: string | undefined): string {
  const nights = existsSync(out) ? readdirSync(out).filter((name) => isNight(out, name)) : [];
  const night = date ?? nights.sort().at(-1);
  if (night !== undefined && nights.includes(night)) return join(out, night, 'report.html');
  throw new UsageError(
    night === undefined
      ? `${out}: no report in it; run "handback nightly"`
      : `${out}: no report of ${night}; there ${nights.length === 0 ? 'is none' : `are ${nights.sort().slice(-5).join(', ')}`}`,
  );
}

const isNight = (out: string, name: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(name) && existsSync(join(out, name, 'report.html'));

function start(command: string, args: string[], env: NodeJS.ProcessEnv): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn(command, args, { detached: true, stdio: 'ignore', env });
    child.once('error', () => resolve(false));
    child.once('spawn', () => {
      child.unref();
      resolve(true);
    });
  });
}
