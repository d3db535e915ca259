/**
 * Where a log names each session for the last time: from there on the session need not be kept. Told by the text of the lines,
 * without parsing them, so that a large log is parsed once. What is not found stays in memory until the log ends, and no more
 * is lost by it.
 */
import { stat } from 'node:fs/promises';
import type { InputFile } from '../input/input.js';
import { isFault, lines } from '../input/lines.js';
import { isTable } from './objects.js';

/** Up to here all sessions are kept; gzip is taken to blow up this often. */
const smallBytes = 32 * 1024 * 1024;
const blowUp = 12;
/** How often what is open is looked through, in lines. */
export const sweepLines = 500;

/** A line of one of several files, by its number among them. */
export interface Place {
  file: number;
  line: number;
}
export type LastMentions = ReadonlyMap<string, Place>;

export const isSmall = async (files: readonly InputFile[]): Promise<boolean> =>
  (await bytesOf(files)) <= smallBytes;

/** Whether the text of the lines says it: cells of a table have quotes of their own and line ends in them. */
export async function isTold(files: readonly InputFile[]): Promise<boolean> {
  const tables = await Promise.all(files.map(isTable));
  return !tables.includes(true);
}

/** @param mentions with the session's id as its first group, as often as a line names one */
export async function lastMentions(
  files: readonly InputFile[],
  mentions: RegExp,
): Promise<LastMentions> {
  const pattern = new RegExp(mentions.source, `g${mentions.flags.includes('i') ? 'i' : ''}`);
  const last = new Map<string, Place>();
  for (const [file, input] of files.entries())
    for await (const piece of lines(input)) {
      // A line that is too long to be read may name any session.
      if (isFault(piece)) continue;
      for (const [, session] of piece.text.matchAll(pattern))
        if (session !== undefined) last.set(session, { file, line: piece.line });
    }
  return last;
}

/** Whether a session is named nowhere from this line on. */
export const isBehind = (last: Place | undefined, at: Place): boolean =>
  last !== undefined && (at.file > last.file || (at.file === last.file && at.line > last.line));

async function bytesOf(files: readonly InputFile[]): Promise<number> {
  const sizes = await Promise.all(
    files.map(async ({ path }) => (await stat(path)).size * (path.endsWith('.gz') ? blowUp : 1)),
  );
  return sizes.reduce((sum, size) => sum + size, 0);
}
