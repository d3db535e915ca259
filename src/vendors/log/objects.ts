/** The records of a log out of whatever the vendor or a cloud wrapped them in. */
import { isObject, type JsonObject, parseObject } from '../../lib/json.js';
import { rowObject } from '../input/columns.js';
import { type CsvPiece, csvBatches, headOf } from '../input/csv.js';
import type { InputFile } from '../input/input.js';
import { isTable } from '../input/is-table.js';
import { isFault } from '../input/lines.js';
import { type JsonPiece, jsonBatches, notJson } from '../input/values.js';

export interface Wrapping {
  /** Keys that hold a list of records: an API's page, a cloud's batch of log events. */
  lists: readonly string[];
  /** Keys that hold a record as JSON, as text or not: `message` of a log event. */
  texts?: readonly string[];
  /** Tables too, with some columns by which one is known: a row is an object by the names of its header, trimmed. */
  csv?: readonly string[];
}

export type FoundObject = { line: number; value: JsonObject } | { line: number; fault: string };

/** Pages within batches within messages; deeper is no container but somebody's attack. */
const deepest = 4;

export async function* objectsIn(file: InputFile, wrapping: Wrapping): AsyncGenerator<FoundObject> {
  for await (const objects of objectBatches(file, wrapping)) yield* objects;
}

/** The same, several at once: to be gone through before the next ones are asked for. */
export async function* objectBatches(
  file: InputFile,
  wrapping: Wrapping,
): AsyncGenerator<Iterable<FoundObject>> {
  if (await isTableOf(file, wrapping)) {
    let header: string[] | null = null;
    for await (const rows of csvBatches(file)) {
      const [first] = rows;
      if (!header && first && 'cells' in first) {
        header = first.cells.map((name) => name.trim());
        rows.shift();
      }
      yield ofRows(rows, header ?? [], wrapping);
    }
  } else for await (const pieces of jsonBatches(file)) yield ofPieces(pieces, wrapping);
}

/** One after the other, so that what a page holds is not there twice. */
function* ofPieces(pieces: Iterable<JsonPiece>, wrapping: Wrapping): Generator<FoundObject> {
  for (const piece of pieces) {
    if (isFault(piece)) {
      yield piece;
      continue;
    }
    const { line } = piece;
    const value = piece.value ?? parseObject(piece.text);
    if (value === null) yield { line, fault: notJson };
    else if (isPlain(value, wrapping)) yield { line, value };
    else for (const one of unwrapped(value, wrapping, deepest)) yield { line, ...one };
  }
}

/** Whether nothing is around the record. */
const isPlain = (value: JsonObject, { lists, texts = [] }: Wrapping): boolean =>
  !lists.some((key) => value[key] !== undefined) && !texts.some((key) => value[key] !== undefined);

/** Whether it is a table, of vendors that have some. */
export const isTableOf = async (file: InputFile, { csv }: Wrapping): Promise<boolean> =>
  csv !== undefined && isTable(await headOf(file), csv);

function* ofRows(
  rows: readonly CsvPiece[],
  header: readonly string[],
  wrapping: Wrapping,
): Generator<FoundObject> {
  for (const row of rows) {
    if ('fault' in row) yield row;
    else {
      const value = rowObject(header, row.cells);
      for (const one of unwrapped(value, wrapping, deepest)) yield { line: row.line, ...one };
    }
  }
}

export type One = { value: JsonObject } | { fault: string };

/** @param depth how many wrappings may lie within one another */
export function* unwrapped(value: JsonObject, wrapping: Wrapping, depth: number): Generator<One> {
  // What a cloud sends to see whether somebody is there.
  if (value.messageType === 'CONTROL_MESSAGE') return;
  const list = wrapping.lists.find((key) => Array.isArray(value[key]));
  if (list !== undefined && depth > 0) {
    for (const [i, one] of (value[list] as unknown[]).entries()) {
      if (isObject(one)) yield* unwrapped(one, wrapping, depth - 1);
      else if (Array.isArray(one)) yield* unwrapped(fieldsOf(one), wrapping, depth - 1);
      else yield { fault: `${list}[${i}]: expected an object` };
    }
    return;
  }
  const inner = wrapping.texts
    ?.map((key) => (isObject(value[key]) ? value[key] : parseObject(plain(value[key]))))
    .find((one) => one !== null && one !== undefined);
  if (inner && depth > 0) yield* unwrapped(inner, wrapping, depth - 1);
  else yield { value };
}

/** Kinesis and Firehose carry a record in Base64; what begins with `{"`, `{ ` or a brace and a new line begins so in it. */
function plain(value: unknown): string {
  const text = String(value ?? '');
  return /^e(?:y[A-DI-L]|w[o-r0-3])/.test(text)
    ? Buffer.from(text, 'base64').toString('utf8')
    : text;
}

/** A row of CloudWatch Logs Insights: `[{"field": "@message", "value": "…"}, …]`. */
function fieldsOf(row: readonly unknown[]): JsonObject {
  return Object.fromEntries(
    row.filter(isObject).map(({ field, value }) => [String(field).replace(/^@/, ''), value]),
  );
}
