/** What went wrong, for people or, under --json, for programs; and the exit status that it has. */

import { EmptyNightError, NightError, StoppedError, UsageError } from '../domain/errors.js';
import { messageOf } from '../lib/message-of.js';
import { printable } from '../text/printable.js';

export interface Failure {
  kind: 'usage' | 'empty_night' | 'night' | 'stopped' | 'system' | 'bug';
  /** One line a problem: key or argument, place, what is wrong and what to do. */
  problems: string[];
  exitCode: 1 | 2 | 3 | 143;
  stack?: string;
}

/** @param said what commander has said of wrong arguments */
export function failureOf(error: unknown, said: string): Failure {
  if (error instanceof Error && error.name === 'CommanderError')
    return { kind: 'usage', problems: [said.trim() || error.message], exitCode: 2 };
  const stack = error instanceof Error && error.stack ? { stack: error.stack } : {};
  if (error instanceof UsageError)
    return { kind: 'usage', problems: [...error.problems], exitCode: 2, ...stack };
  if (error instanceof EmptyNightError)
    return { kind: 'empty_night', problems: [error.message], exitCode: 3, ...stack };
  if (error instanceof StoppedError)
    return { kind: 'stopped', problems: [error.message], exitCode: 143, ...stack };
  if (error instanceof NightError)
    return { kind: 'night', problems: [error.message], exitCode: 1, ...stack };
  if (isSystemError(error))
    return { kind: 'system', problems: [describe(error)], exitCode: 1, ...stack };
  const message = messageOf(error);
  return { kind: 'bug', problems: [message], exitCode: 1, ...stack };
}

/** Only our own bugs print a stack, unless it is asked for. */
export function failureText(
  { kind, problems, exitCode, stack }: Failure,
  { json, verbose }: { json: boolean; verbose: boolean },
): string {
  const isTraced = stack !== undefined && (kind === 'bug' || verbose);
  if (json) {
    const error = { kind, problems, exit_code: exitCode, ...(isTraced && { stack }) };
    return `${JSON.stringify({ error }, null, 2)}\n`;
  }
  const lines = isTraced ? [...(kind === 'bug' ? [] : problems), stack] : problems;
  return lines.map((line) => `${printable(line)}\n`).join('');
}

function isSystemError(error: unknown): error is NodeJS.ErrnoException {
  const code = error instanceof Error ? (error as NodeJS.ErrnoException).code : undefined;
  return typeof code === 'string' && /^(E[A-Z]+|SQLITE_[A-Z_]+)$/.test(code);
}

function describe({ code, message }: NodeJS.ErrnoException): string {
  const damaged = 'the database file is damaged; "handback doctor" says what to do';
  const advice: Record<string, string> = {
    SQLITE_CORRUPT: damaged,
    SQLITE_NOTADB: damaged,
    SQLITE_IOERR_SHORT_READ: damaged,
    ENOSPC: 'the disk is full; free some space and run the night again',
    SQLITE_FULL: 'the disk is full; free some space and run the night again',
    EACCES: 'not allowed; check who owns the file',
    SQLITE_BUSY: 'another process is writing to the database; try again',
  };
  // The system's own messages begin with the code.
  const told = message.startsWith(`${code}:`) ? message : `${code}: ${message}`;
  return `${told}${code && advice[code] ? ` (${advice[code]})` : ''}`;
}
