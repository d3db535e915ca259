/** The cues of a WebVTT file: what was said from when to when, in the order of the file. */

export interface Cue {
  /** Milliseconds since the media began. */
  start: number;
  end: number;
  /** As it stands in the file, over one line or several. */
  payload: string;
}

export interface CuesRead {
  cues: Cue[];
  /** Places with words that belong to no cue, and the line of the first. */
  lost: { places: number; line: number };
}

/** A byte order mark is dropped before; only the signature itself says that a file is WebVTT. */
const signature = /^WEBVTT(?:[ \t]|$)/;
const isTiming = (line: string): boolean => line.includes('-->');

/** The hours may be absent. A comma before the milliseconds is SubRip's, and some programs write it here too. */
const timing =
  /^\s*(?:(\d{1,3}):)?([0-5]\d):([0-5]\d)[.,](\d{3})\s*-->\s*(?:(\d{1,3}):)?([0-5]\d):([0-5]\d)[.,](\d{3})(?:\s.*)?$/;

/** null where the text is no WebVTT. A cue that ends before it starts keeps its words and has no length. */
export function cuesIn(text: string): CuesRead | null {
  const lines = text.split(/\r\n|\r|\n/);
  if (!signature.test(lines[0] ?? '')) return null;
  const read: CuesRead = { cues: [], lost: { places: 0, line: 0 } };
  let at = endOf(lines, 1);
  while (at < lines.length) at = readBlock(lines, at, read);
  return read;
}

/** @returns the line on which the next block begins */
function readBlock(lines: readonly string[], at: number, read: CuesRead): number {
  const line = lines[at] ?? '';
  if (line === '') return at + 1;
  // Whoever comments a cue out writes its timing into the note.
  if (/^NOTE(?:[ \t]|$)/.test(line)) return blankFrom(lines, at);
  // Segments of a stream that were put together have a signature each.
  if (signature.test(line) || /^(?:STYLE|REGION)[ \t]*$/.test(line)) return endOf(lines, at + 1);
  const isNamed = !isTiming(line) && isTiming(lines[at + 1] ?? '');
  const first = isNamed ? at + 1 : at;
  const end = endOf(lines, first + 1);
  const times = timesOf(lines[first] ?? '');
  if (times) read.cues.push({ ...times, payload: lines.slice(first + 1, end).join('\n') });
  else if (read.lost.places++ === 0) read.lost.line = first + 1;
  return end;
}

function timesOf(line: string): { start: number; end: number } | null {
  const found = timing.exec(line);
  if (!found) return null;
  const [h1, m1, s1, ms1, h2, m2, s2, ms2] = found.slice(1).map((part) => Number(part ?? 0));
  const start = millis(h1, m1, s1, ms1);
  return { start, end: Math.max(start, millis(h2, m2, s2, ms2)) };
}

const millis = (hours = 0, minutes = 0, seconds = 0, rest = 0): number =>
  ((hours * 60 + minutes) * 60 + seconds) * 1000 + rest;

/** A blank line ends a block; where one was forgotten, the next timing does. */
function endOf(lines: readonly string[], from: number): number {
  let at = from;
  while (at < lines.length && lines[at] !== '' && !isTiming(lines[at] ?? '')) at++;
  return at;
}

function blankFrom(lines: readonly string[], from: number): number {
  const at = lines.indexOf('', from);
  return at === -1 ? lines.length : at;
}
