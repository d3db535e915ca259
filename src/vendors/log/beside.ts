/**
 * Objects of files beside a log, such as the messages of its contacts. Files beside and log are read side by side: what is
 * between an object and the contact that wants it is kept, which is little where both are in order of time, and nothing else.
 */
import { createColumn, createIdTable, type IdTable } from '../../lib/id-table.js';
import type { JsonObject } from '../../lib/json.js';
import { openInput } from '../input/input.js';
import { type FoundObject, objectBatches, type Wrapping } from './objects.js';

export interface BesideFiles {
  glob: string | undefined;
  wrapping: Wrapping;
  /** By which an object belongs to a contact. */
  keyOf(value: JsonObject, path: string): string | undefined;
}

/** Objects of other files by their key. */
export interface Beside {
  get(key: string): readonly JsonObject[] | undefined;
}

/** Where the objects of each key lie: the first file, and the last one's place among all objects. */
export interface BesideIndex {
  keys: IdTable;
  firstFile(key: number): number;
  last(key: number): number;
  /** The place of each file's first object, and what would be that of the next file's. */
  starts: readonly number[];
}

export async function besideIndex(
  paths: readonly string[],
  files: BesideFiles,
): Promise<BesideIndex> {
  const keys = createIdTable();
  const first = createColumn(Uint32Array);
  const last = createColumn();
  const starts = [0];
  let place = 0;
  for (const [file, path] of paths.entries()) {
    for await (const objects of objectBatches(openInput(path), files.wrapping))
      for (const found of objects) {
        const known = keys.size();
        const key = keyIn(found, path, files);
        const at = key === undefined ? -1 : keys.add(key);
        if (at === known) first.set(at, file);
        if (at !== -1) last.set(at, place);
        place++;
      }
    starts.push(place);
  }
  return { keys, firstFile: first.get, last: last.get, starts };
}

const keyIn = (found: FoundObject, path: string, files: BesideFiles): string | undefined =>
  'fault' in found ? undefined : files.keyOf(found.value, path);

/** How often each key will be asked for. */
export interface Wanted extends Beside {
  times: Map<string, number>;
}

/** Says that there is nothing, and remembers what was asked for. */
export function createWanted(): Wanted {
  const times = new Map<string, number>();
  return {
    times,
    get(key) {
      times.set(key, (times.get(key) ?? 0) + 1);
      return undefined;
    },
  };
}

export interface BesideReader extends Beside {
  /** Reads on until all objects of these keys are there. */
  upTo(keys: Iterable<string>): Promise<void>;
  /** It was asked for once more. */
  done(key: string): void;
  close(): Promise<void>;
}

/** @param wanted all that will be asked for; other objects are passed over */
export function besideReader(
  paths: readonly string[],
  files: BesideFiles,
  index: BesideIndex,
  { times }: Wanted,
): BesideReader {
  const held = new Map<string, JsonObject[]>();
  const batches = batchesOf(paths, files, neededFiles(index, times), index.starts);
  let place = 0;
  const hold = (key: string, value: JsonObject) => {
    if (!times.has(key)) return;
    const own = held.get(key);
    if (own) own.push(value);
    else held.set(key, [value]);
  };
  return {
    get: (key) => held.get(key),
    async upTo(keys) {
      const ends = [...keys].map((key) => index.keys.find(key)).filter((at) => at !== -1);
      const end = Math.max(-1, ...ends.map(index.last));
      while (place <= end) {
        const { value: batch } = await batches.next();
        if (!batch) return;
        place = batch.place;
        for (const found of batch.objects) {
          const key = keyIn(found, batch.path, files);
          if (key !== undefined && 'value' in found) hold(key, found.value);
          place++;
        }
      }
    },
    done(key) {
      const left = (times.get(key) ?? 1) - 1;
      if (left > 0) times.set(key, left);
      else {
        times.delete(key);
        held.delete(key);
      }
    },
    async close() {
      await batches.return(undefined);
    },
  };
}

/** Files in which an object is that is asked for. */
function neededFiles(index: BesideIndex, times: ReadonlyMap<string, number>): boolean[] {
  const needed = index.starts.slice(1).map(() => false);
  for (const key of times.keys()) {
    const at = index.keys.find(key);
    if (at === -1) continue;
    const last = index.last(at);
    for (let file = index.firstFile(at); (index.starts[file] ?? Infinity) <= last; file++)
      needed[file] = true;
  }
  return needed;
}

async function* batchesOf(
  paths: readonly string[],
  { wrapping }: BesideFiles,
  needed: readonly boolean[],
  starts: readonly number[],
): AsyncGenerator<{ path: string; place: number; objects: FoundObject[] }, undefined> {
  for (const [file, path] of paths.entries()) {
    if (!needed[file]) continue;
    let place = starts[file] ?? 0;
    for await (const batch of objectBatches(openInput(path), wrapping)) {
      const objects = [...batch];
      yield { path, place, objects };
      place += objects.length;
    }
  }
}
