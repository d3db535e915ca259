/** Where events come in: broker lines, tracker dumps, rows of the SQL store as JSON, CSV or in its SQLite file. */
import {
  isObject,
  type JsonObject,
  listOf,
  numberOf,
  parseObject,
  textOf,
} from '../../../lib/json.js';
import { rowObject } from '../../input/columns.js';
import { csvBatches, headOf } from '../../input/csv.js';
import type { InputFile } from '../../input/input.js';
import { columnsIn } from '../../input/is-table.js';
import { isFault } from '../../input/lines.js';
import { type JsonPiece, jsonBatches, notJson } from '../../input/values.js';
import { type RasaEvent, rasaEvent } from './event.js';
import { plainItem, plainJson } from './extended-json.js';
import { type DatabaseRow, databaseRows, isSqlite } from './sqlite.js';
import { insideOf } from './wrapped.js';

/** An event with its sender, or the end of a tracker dump: no more of this sender's will follow. */
export type RasaItem =
  | { line: number; sender: string; event: RasaEvent }
  | { line: number; ends: string }
  | { line: number; fault: string };

/** Several at once: to be gone through before the next ones are asked for. */
export async function* rasaBatches(file: InputFile): AsyncGenerator<Iterable<RasaItem>> {
  if (await isSqlite(file)) {
    yield ofRows(databaseRows(file.path));
    return;
  }
  const head = await headOf(file);
  if (isCsv(head)) yield* csvRows(file);
  else for await (const pieces of jsonBatches(file)) yield ofPieces(pieces);
}

function* ofRows(rows: Iterable<DatabaseRow>): Generator<RasaItem> {
  for (const item of rows) yield 'fault' in item ? item : rowItem(item.row, item.line);
}

/** A header with the columns of a tracker store (`type_name`) or of an event broker's table (`sender_id` and `data`). */
function isCsv(head: string): boolean {
  const names = columnsIn(head).map((name) => name.toLowerCase());
  return names.includes('data') && ['type_name', 'sender_id'].some((name) => names.includes(name));
}

function* ofPieces(pieces: Iterable<JsonPiece>): Generator<RasaItem> {
  for (const piece of pieces) {
    if (isFault(piece)) yield piece;
    else {
      const value = plainJson(piece.value ?? parseObject(piece.text), piece.text);
      if (value) yield* itemsOf(value, piece.line);
      else yield { line: piece.line, fault: notJson };
    }
  }
}

/** Messages within batches within messages; deeper is no container but somebody's attack. */
const deepest = 4;

function* itemsOf(value: JsonObject, line: number, depth = deepest): Generator<RasaItem> {
  if (Array.isArray(value.events)) yield* trackerItems(value, line);
  else if ('event' in value) yield eventItem(value, line, textOf(value.sender_id));
  else if (isRow(value)) yield rowItem(value, line);
  else {
    const inside = depth === 0 ? null : insideOf(value);
    if (!inside) yield { line, fault: noEvent };
    for (const one of inside ?? [])
      if ('fault' in one) yield { line, ...one };
      else yield* itemsOf(plainItem(one.value), line, depth - 1);
  }
}

/** Whether something of it can be read. */
export function holdsEvents(value: JsonObject): boolean {
  for (const item of itemsOf(value, 1)) if ('event' in item) return true;
  return false;
}

const noEvent =
  'no tracker event: expected `event` (a broker line), `events` (a tracker) or `type_name` and `data` (a row)';

const isRow = (value: JsonObject): boolean =>
  'type_name' in value || ('data' in value && 'sender_id' in value);

function* trackerItems(tracker: JsonObject, line: number): Generator<RasaItem> {
  const sender = textOf(tracker.sender_id) ?? textOf(tracker.conversation_id);
  if (sender === undefined) {
    yield { line, fault: 'sender_id: missing; a tracker must say whose conversation it is' };
    return;
  }
  for (const [i, event] of listOf(tracker.events).entries()) {
    const item = isObject(event) ? eventItem(event, line, sender) : { line, fault: 'no object' };
    yield 'fault' in item ? { line, fault: `events[${i}]: ${item.fault}` } : item;
  }
  yield { line, ends: sender };
}

function rowItem(row: JsonObject, line: number): RasaItem {
  const data = isObject(row.data) ? row.data : parseObject(textOf(row.data) ?? '');
  if (!data) return { line, fault: 'data: expected the event as JSON text' };
  const sender = textOf(row.sender_id) ?? textOf(data.sender_id);
  const { type_name: event, timestamp } = row;
  return eventItem({ event, timestamp, ...data }, line, sender);
}

function eventItem(raw: JsonObject, line: number, sender: string | undefined): RasaItem {
  if (sender === undefined)
    return { line, fault: 'sender_id: missing; it says whose conversation the event belongs to' };
  const event = rasaEvent(raw);
  if (event) return { line, sender, event };
  const missing = textOf(raw.event) === undefined ? 'event: missing type' : null;
  const time = `timestamp: expected seconds since 1970, or a time with an offset, found ${describe(raw.timestamp)}`;
  return { line, fault: missing ?? time };
}

const describe = (value: unknown): string =>
  value === undefined || value === null
    ? 'nothing'
    : numberOf(value) === undefined
      ? `a ${typeof value}`
      : 'a number out of range';

/** Databases differ in the case of their columns' names. */
async function* csvRows(file: InputFile): AsyncGenerator<RasaItem[]> {
  let header: string[] | null = null;
  for await (const rows of csvBatches(file)) {
    const items: RasaItem[] = [];
    for (const row of rows) {
      if ('fault' in row) items.push(row);
      else if (!header) header = row.cells.map((name) => name.trim().toLowerCase());
      else {
        const { cells, line } = row;
        items.push(rowItem(rowObject(header, cells), line));
      }
    }
    yield items;
  }
}
