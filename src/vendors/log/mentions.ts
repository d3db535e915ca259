/**
 * Where a log names each session for the last time: from there on the session need not be kept. Told by the text of the log,
 * without parsing it, so that a large log is parsed once. What is not found stays in memory until the log ends, and no more
 * is lost by it.
 */
import { stat } from 'node:fs/promises';
import { createColumn, createMarkTable } from '../../lib/id-table.js';
import { BrokenInput, type InputFile } from '../input/input.js';
import { isTableOf, type Wrapping } from './objects.js';

/** Up to here all sessions are kept; gzip is taken to blow up this often. */
const smallBytes = 32 * 1024 * 1024;
const blowUp = 12;
/** How often what is open is looked through, in what was read. */
export const sweepEvery = 500;

/**
 * How far each file has been read: the line that is being read, 0 before the first and Infinity behind the last. A line may
 * hold many entries of a session, so that a mention is behind from the next line on.
 */
export type Progress = number[];

export interface LastMentions {
  note(session: string, file: number, line: number): void;
  /** Whether a session is named nowhere any more; never where it was not noted. */
  isBehind(session: string, progress: Progress): boolean;
  /** The last line of a file that names any. */
  lastLine(file: number): number;
  /** Of each session the first file and the last that name it. */
  spans(): Iterable<readonly [first: number, last: number]>;
}

/** Files are noted one after the other. */
export function createLastMentions(): LastMentions {
  // Two sessions that are taken for one are let go behind the last line of both.
  const sessions = createMarkTable();
  // Of each session and file one entry, the latest file's first; 0 is none.
  const heads = createColumn(Uint32Array);
  const nexts = createColumn(Uint32Array);
  const filesOf = createColumn(Uint32Array);
  const lines = createColumn(Uint32Array);
  const lastLines = createColumn(Uint32Array);
  let entries = 0;
  return {
    note(session, file, line) {
      if (line > lastLines.get(file)) lastLines.set(file, line);
      const at = sessions.add(session);
      const head = heads.get(at);
      if (head !== 0 && filesOf.get(head) === file) {
        if (line > lines.get(head)) lines.set(head, line);
        return;
      }
      entries++;
      heads.set(at, entries);
      nexts.set(entries, head);
      filesOf.set(entries, file);
      lines.set(entries, line);
    },
    isBehind(session, progress) {
      const at = sessions.find(session);
      if (at === -1) return false;
      for (let entry = heads.get(at); entry !== 0; entry = nexts.get(entry))
        if ((progress[filesOf.get(entry)] ?? 0) <= lines.get(entry)) return false;
      return true;
    },
    lastLine: lastLines.get,
    *spans() {
      for (let at = 0; at < sessions.size(); at++) {
        let entry = heads.get(at);
        const last = filesOf.get(entry);
        while (nexts.get(entry) !== 0) entry = nexts.get(entry);
        yield [filesOf.get(entry), last];
      }
    },
  };
}

export const isSmall = async (files: readonly InputFile[]): Promise<boolean> =>
  (await bytesOf(files)) <= smallBytes;

/** Whether the text of the log says it: cells of a table have quotes of their own and line ends in them. */
export async function isTold(files: readonly InputFile[], wrapping: Wrapping): Promise<boolean> {
  const tables = await Promise.all(files.map((file) => isTableOf(file, wrapping)));
  return !tables.includes(true);
}

/** @param mentions with the session's id as its first group, as often as a line names one */
export async function lastMentions(
  files: readonly InputFile[],
  mentions: RegExp,
): Promise<LastMentions> {
  const pattern = new RegExp(mentions.source, `g${mentions.flags.includes('i') ? 'i' : ''}`);
  const last = createLastMentions();
  for (const [file, input] of files.entries())
    await eachMention(input, pattern, (session, line) => last.note(session, file, line));
  return last;
}

/** Longer than any mention: one that begins so near to the end of what was read may go on, and waits for more of the file. */
const longestMention = 4096;

/** Bytes as Latin-1, which costs no decoding: what the patterns look for is ASCII, and ids are decoded one by one. */
async function eachMention(
  input: InputFile,
  pattern: RegExp,
  note: (session: string, line: number) => void,
): Promise<void> {
  let line = 1;
  /** Goes through what begins before `end`; returns what follows. */
  const upTo = (text: string, end: number): string => {
    let counted = 0;
    const countTo = (place: number) => {
      let at = text.indexOf('\n', counted);
      while (at !== -1 && at < place) {
        line++;
        counted = at + 1;
        at = text.indexOf('\n', counted);
      }
    };
    let done = Math.max(0, end);
    for (const match of text.matchAll(pattern)) {
      if (match.index >= end) break;
      const behind = match.index + match[0].length;
      countTo(behind);
      if (match[1] !== undefined) note(decoded(match[1]), line);
      done = Math.max(done, behind);
    }
    countTo(done);
    return text.slice(done);
  };
  let rest = '';
  try {
    for await (const chunk of input.chunks()) {
      const text = rest + chunk.toString('latin1');
      rest = upTo(text, text.length - longestMention);
    }
  } catch (error) {
    if (!(error instanceof BrokenInput)) throw error;
  }
  upTo(rest, rest.length);
}

const decoded = (latin1: string): string =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: whatever is no ASCII
  /^[\x00-\x7f]*$/.test(latin1) ? latin1 : Buffer.from(latin1, 'latin1').toString('utf8');

async function bytesOf(files: readonly InputFile[]): Promise<number> {
  const sizes = await Promise.all(
    files.map(async ({ path }) => (await stat(path)).size * (path.endsWith('.gz') ? blowUp : 1)),
  );
  return sizes.reduce((sum, size) => sum + size, 0);
}
