/** JSON objects of a file in whatever container: one a line, set end to end, in an array, or over many lines. */
import { type JsonObject, parseObject } from '../../lib/json.js';
import { textIn } from './encoding.js';
import { objectIn } from './holds-json.js';
import { BrokenInput, type InputFile } from './input.js';
import { longestPiece, type Piece, tooLong } from './lines.js';

const code = (text: string): number => text.charCodeAt(0);
const newline = 0x0a;
const quote = code('"');
const backslash = code('\\');
const open = code('{');
const openList = code('[');
const close = code('}');
const closeList = code(']');
const comma = code(',');
const colon = code(':');

/** `value` where the text was parsed already. */
export type JsonPiece = Piece & { value?: JsonObject };

interface Scan {
  line: number;
  /** Line of the value that is being read, and how deep in it we are; 0 is outside. */
  from: number;
  depth: number;
  inString: boolean;
  escaped: boolean;
  /** The last byte that is neither white space nor inside a string. */
  last: number;
  /** The rest of this line is no JSON. */
  junk: boolean;
  parts: Buffer[];
  size: number;
  found: JsonPiece[];
  /** Bytes of the longest object that is kept. */
  limit: number;
  /** How often what failed may still be read again. */
  rescans: number;
}

/**
 * The text of every object at the top of the file or of an array there. What is broken is a fault, and reading goes on with
 * the next object: a string cannot run over the end of its line, nor can an object begin where no value may.
 */
export async function* jsonValues(
  input: InputFile,
  limit = longestPiece,
): AsyncGenerator<JsonPiece> {
  for await (const pieces of jsonBatches(input, limit)) yield* pieces;
}

/**
 * The same, all of a piece of the file at once, since a promise for each line would cost as much as reading it. To be gone
 * through before the next ones are asked for: a line is parsed when its turn comes, so that it is soon forgotten.
 */
export async function* jsonBatches(
  input: InputFile,
  limit = longestPiece,
): AsyncGenerator<Iterable<JsonPiece>> {
  const scan = newScan(1, limit, mostRescans);
  const scanLine = byLines(scan);
  const piecesOf = function* (chunk: Buffer): Generator<JsonPiece> {
    for (let from = 0; from < chunk.length; ) {
      const end = chunk.indexOf(newline, from);
      const to = end === -1 ? chunk.length : end + 1;
      scanLine(chunk.subarray(from, to), end !== -1);
      from = to;
      if (scan.found.length > 0) yield* taken(scan);
    }
  };
  let broken: string | null = null;
  try {
    for await (const chunk of input.chunks()) yield piecesOf(chunk);
  } catch (error) {
    if (!(error instanceof BrokenInput)) throw error;
    broken = error.message;
  }
  scanLine(Buffer.alloc(0), true);
  if (broken !== null) scan.found.push({ line: scan.line, fault: broken });
  else if (scan.depth > 0) fail(scan, 'the file ends inside this object');
  yield scan.found;
}

const taken = (scan: Scan): JsonPiece[] => scan.found.splice(0);

/**
 * Most logs have an object a line, and the engine's parser is many times faster than looking at each byte here: a line that
 * begins where no object is open is given to it whole, and only what it does not take is scanned.
 */
function byLines(scan: Scan): (part: Buffer, isEnd: boolean) => void {
  let held: Buffer[] = [];
  let size = 0;
  let isInside = false;
  const flush = () => {
    // One by one: each is copied as it is scanned, and all of a long line would be there twice.
    for (let part = held.shift(); part; part = held.shift()) scanChunk(scan, part);
    size = 0;
  };
  return (part, isEnd) => {
    if (!isInside) isInside = scan.depth > 0 || size + part.length > scan.limit;
    if (isInside) {
      flush();
      scanChunk(scan, part);
    } else if (isEnd) {
      const line = held.length === 0 ? part : Buffer.concat([...held, part]);
      held = [];
      size = 0;
      if (!takeLine(scan, line)) scanChunk(scan, line);
    } else {
      held.push(Buffer.from(part));
      size += part.length;
    }
    if (isEnd) isInside = false;
  };
}

/**
 * Whether the line was one object and nothing else, but for the comma of a list and for what is put before each line: a key
 * of Kafka's, a time of a cloud's, a container's name.
 */
function takeLine(scan: Scan, line: Buffer): boolean {
  let end = line.length;
  while (end > 0 && ((line[end - 1] ?? 0) <= 0x20 || line[end - 1] === comma)) end--;
  if (line[end - 1] !== close) return false;
  const begin = line[0] === open ? 0 : beginIn(line);
  if (begin === -1) return false;
  const text = textIn(line.subarray(begin, end));
  const value = parseObject(text);
  if (value === null) return false;
  scan.found.push({ line: scan.line, text, value });
  if (line[line.length - 1] === newline) scan.line++;
  return true;
}

/** -1 where no object begins, or only one that is part of another: a line of an object that broke off. */
function beginIn(line: Buffer): number {
  const text = line.toString('latin1');
  const at = objectIn(text);
  return at > 0 && !/"\s*:\s*$/.test(text.slice(0, at)) ? at : -1;
}

/** How many lines in a row may be cut off where the next one could belong to them. */
const mostRescans = 50;

const newScan = (line: number, limit: number, rescans: number): Scan => ({
  line,
  from: line,
  depth: 0,
  inString: false,
  escaped: false,
  last: 0,
  junk: false,
  parts: [],
  size: 0,
  found: [],
  limit,
  rescans,
});

function keep(scan: Scan, part: Buffer): void {
  scan.size += part.length;
  if (scan.size > scan.limit) scan.parts = [];
  // A copy: the chunk would otherwise live as long as the object does.
  else if (part.length > 0) scan.parts.push(Buffer.from(part));
}

function forget(scan: Scan): void {
  Object.assign(scan, { depth: 0, inString: false, escaped: false, parts: [], size: 0 });
}

/** What is kept is no object. After a line that was cut off, the next ones may have been read as part of it: those are read again. */
function fail(scan: Scan, fault: string): void {
  const { from, limit, found, size } = scan;
  const kept = Buffer.concat(scan.parts);
  found.push({ line: from, fault: size > limit ? tooLong(limit) : fault });
  forget(scan);
  const next = kept.indexOf('\n{');
  if (next === -1 || scan.rescans === 0) return;
  const taken = kept.subarray(0, next + 1).filter((byte) => byte === newline).length;
  const again = newScan(from + taken, limit, scan.rescans - 1);
  scanChunk(again, kept.subarray(next + 1));
  if (again.depth > 0) fail(again, 'no JSON: the object is not closed');
  found.push(...again.found);
}

function scanChunk(scan: Scan, chunk: Buffer): void {
  let start = 0;
  const keepUntil = (end: number) => {
    keep(scan, chunk.subarray(start, end));
    start = end;
  };
  const begin = (at: number) => {
    Object.assign(scan, { depth: 1, from: scan.line, last: open });
    start = at;
  };
  const end = (at: number) => {
    keepUntil(at + 1);
    scan.found.push(
      scan.size > scan.limit
        ? { line: scan.from, fault: tooLong(scan.limit) }
        : { line: scan.from, text: textIn(Buffer.concat(scan.parts)) },
    );
    forget(scan);
  };
  for (let at = 0; at < chunk.length; at++) {
    const byte = chunk[at];
    if (byte === newline) {
      if (scan.inString) {
        keepUntil(at);
        fail(scan, 'no JSON: a string is not closed');
      }
      scan.line++;
      scan.junk = false;
    } else if (scan.junk || byte === undefined) continue;
    else if (scan.inString) {
      if (scan.escaped) scan.escaped = false;
      else if (byte === backslash) scan.escaped = true;
      else if (byte === quote) {
        scan.inString = false;
        scan.last = quote;
      }
    } else if (byte <= 0x20) continue;
    else if (scan.depth === 0) {
      if (byte === open) begin(at);
      else if (!isBetween(byte)) {
        scan.junk = true;
        scan.found.push({ line: scan.line, fault: notJson });
      }
    } else if (byte === quote) scan.inString = true;
    else if (byte === open && ![openList, comma, colon].includes(scan.last)) {
      keepUntil(at);
      fail(scan, 'no JSON: the object is not closed');
      begin(at);
    } else {
      scan.last = byte;
      if (byte === open || byte === openList) scan.depth++;
      else if ((byte === close || byte === closeList) && --scan.depth === 0) end(at);
    }
  }
  if (scan.depth > 0) keepUntil(chunk.length);
}

export const notJson = 'no JSON: expected an object, { ... }';

/** Brackets and commas of an array at the top, and the bytes of a byte order mark. */
const isBetween = (byte: number): boolean =>
  [openList, closeList, comma, 0xef, 0xbb, 0xbf].includes(byte);
