/** Nights on a disk of which one write, fsync or rename fails. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { problemsAfter } from './crash.js';
import { createCrashProject } from './crash-project.js';

/** Compiles what is preloaded; the compiler is there, since installing better-sqlite3 needs one. @returns its path */
export function buildFailingWrites(): string {
  const library = join(mkdtempSync(join(tmpdir(), 'handback-disk-')), 'failing-writes.so');
  const source = join(import.meta.dirname, 'failing-writes.c');
  execFileSync('cc', ['-shared', '-fPIC', '-o', library, source, '-ldl']);
  return library;
}

export interface FailedWrite {
  code: number | null;
  output: string;
  /** How many calls there were in all; a process that was ended by a signal cannot say so. */
  calls: number;
  problems: string[];
}

/** @param at the call that fails, from 1; 0: none. @param expected the outputs of an undisturbed night */
export async function nightWithFailure(
  library: string,
  at: number,
  count: number,
  expected: ReadonlyMap<string, string>,
): Promise<FailedWrite> {
  const project = createCrashProject(count);
  const counted = `${project.folder}.calls`;
  const night = project.startWith(
    {
      LD_PRELOAD: library,
      FAIL_UNDER: project.folder,
      FAIL_AT: `${at}`,
      FAIL_COUNT: counted,
    },
    'nightly',
  );
  const code = await night.ended;
  const calls = existsSync(counted) ? Number(readFileSync(counted, 'utf8')) : 0;
  const problems = await problemsAfter(project, expected, count);
  project.remove();
  return { code, output: night.output(), calls, problems };
}
