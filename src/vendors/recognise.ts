/** Which format a file is of, told by what it says rather than by its name. */
import { type JsonObject, parseObject } from '../lib/json.js';
import { vendors } from './index.js';
import { csvRows, headOf } from './input/csv.js';
import { beginsWithJson, holdsJson } from './input/holds-json.js';
import { openInput } from './input/input.js';
import { isFault } from './input/lines.js';
import { jsonValues } from './input/values.js';
import { unwrapped } from './log/objects.js';
import type { Sample } from './vendor.js';

const enoughObjects = 40;
const enoughRows = 200;

/** Whatever any vendor or cloud wraps records in. */
const wrapping = {
  lists: [
    'events',
    'Contacts',
    'logEvents',
    'results',
    'Records',
    'conversations',
    'entities',
    'tickets',
    'logs',
    'payload',
    'messages',
    'records',
    'value',
    'activities',
    'entries',
    'rows',
    'tasks',
  ],
  texts: [
    'message',
    '@message',
    'data',
    'Data',
    'ticket',
    'kinesis',
    'body',
    'Body',
    'Message',
    'Sns',
    'result',
  ],
};

/** The beginning of a file. What cannot be read has nothing in it. */
export async function sampleOf(path: string): Promise<Sample> {
  const file = openInput(path);
  const head = await headOf(file);
  // Both where a title stands above JSON, or a cell holds it: what is none of the two is known to no vendor.
  const mayBeTable =
    !beginsWithJson(head) &&
    /[,;\t|]/.test(head) &&
    /\.(?:(?:csv|tsv|txt)(?:\.gz)?|zip)$/i.test(path);
  return {
    path,
    head,
    objects: holdsJson(head) ? await objectsOf(path) : [],
    rows: mayBeTable ? await rowsOf(path) : [],
  };
}

async function objectsOf(path: string): Promise<JsonObject[]> {
  const found: JsonObject[] = [];
  const add = (text: string) => {
    const value = parseObject(text);
    if (!value) return;
    found.push(...layersOf(value, deepest));
  };
  for await (const piece of jsonValues(openInput(path))) {
    if (!isFault(piece)) add(piece.text);
    if (found.length >= enoughObjects) break;
  }
  return found;
}

/** What is inside, and inside that: at each depth may lie the vendor's own record, whose parts have such names too. */
function layersOf(value: JsonObject, depth: number): JsonObject[] {
  const inside = depth === 0 ? [] : [...unwrapped(value, wrapping, 1)].slice(0, enoughObjects);
  return [
    value,
    ...inside.flatMap((one) =>
      'value' in one && one.value !== value ? layersOf(one.value, depth - 1) : [],
    ),
  ];
}
const deepest = 4;

async function rowsOf(path: string): Promise<string[][]> {
  const rows: string[][] = [];
  for await (const row of csvRows(openInput(path))) {
    if (!('fault' in row)) rows.push(row.cells);
    if (rows.length >= enoughRows) break;
  }
  return rows;
}

export interface Recognised {
  format: string;
  path: string;
  options: Record<string, unknown>;
}

/** In the order of the vendors: the first that knows a file reads it. Files that none knows are left out. */
export function recognise(samples: readonly Sample[]): Recognised[] {
  return samples.flatMap((sample) => {
    for (const { id, source } of vendors) {
      const options = source?.recognise?.(
        sample,
        samples.filter((one) => one !== sample),
      );
      if (options) return [{ format: id, path: sample.path, options }];
    }
    return [];
  });
}
