/**
 * Many ids, each with a number of its own from 0 on. A log of 1 GB names a million: as keys of a Map they would take
 * hundreds of megabytes, and an id that was cut out of a line's text keeps that whole line alive.
 */
export interface IdTable {
  size(): number;
  /** -1 where it is not known. */
  find(id: string): number;
  add(id: string): number;
}

const blockBytes = 1 << 20;
/** Longer ones, and those with letters beyond Latin-1, are kept as strings. */
const longest = 1000;

/** Ids as they are: no two of them are ever taken for one. */
export function createIdTable(): IdTable {
  const starts = createColumn(Uint32Array);
  const lengths = createColumn(Uint32Array);
  const blocks: Buffer[] = [];
  let used = 0;
  let size = 0;
  const others = new Map<string, number>();
  const slots = createSlots((number, id) => {
    if (lengths.get(number) !== id.length) return false;
    const start = starts.get(number);
    const from = start % blockBytes;
    return (
      blocks[Math.floor(start / blockBytes)]?.toString('latin1', from, from + id.length) === id
    );
  });
  const write = (id: string): void => {
    if (blocks.length === 0 || used + id.length > blockBytes) {
      blocks.push(Buffer.allocUnsafeSlow(blockBytes));
      used = 0;
    }
    blocks.at(-1)?.write(id, used, 'latin1');
    starts.set(size, (blocks.length - 1) * blockBytes + used);
    lengths.set(size, id.length);
    used += id.length;
  };
  return {
    size: () => size,
    find: (id) => (isPlain(id) ? slots.find(id) : (others.get(id) ?? -1)),
    add(id) {
      if (!isPlain(id)) {
        const known = others.get(id);
        // A copy, which keeps nothing else alive.
        if (known === undefined) others.set(Buffer.from(id, 'utf16le').toString('utf16le'), size);
        return known ?? size++;
      }
      const known = slots.find(id);
      if (known !== -1) return known;
      slots.put(id, size);
      write(id);
      return size++;
    },
  };
}

function isPlain(id: string): boolean {
  if (id.length > longest) return false;
  for (let at = 0; at < id.length; at++) if (id.charCodeAt(at) > 0xff) return false;
  return true;
}

/** Ids by 64 bits of a hash, in half of the memory: two may be one, once among a thousand logs of a hundred million ids. */
export function createMarkTable(): IdTable {
  const marks = createColumn(Uint32Array);
  let size = 0;
  const slots = createSlots((number, id) => marks.get(number) === hashOf(id, otherSeed));
  return {
    size: () => size,
    find: slots.find,
    add(id) {
      const known = slots.find(id);
      if (known !== -1) return known;
      slots.put(id, size);
      marks.set(size, hashOf(id, otherSeed));
      return size++;
    },
  };
}

interface Slots {
  find(id: string): number;
  /** The next number, of an id that is not there. */
  put(id: string, number: number): void;
}

/** @param isAt whether a number whose hash is an id's is that id's */
function createSlots(isAt: (number: number, id: string) => boolean): Slots {
  /** Numbers by hash, plus one; 0 is free. */
  let slots = new Uint32Array(1024);
  const hashes = createColumn(Uint32Array);
  let held = 0;
  const free = (hash: number): number => {
    let slot = hash & (slots.length - 1);
    while (slots[slot] !== 0) slot = (slot + 1) & (slots.length - 1);
    return slot;
  };
  return {
    find(id) {
      const hash = hashOf(id, seed);
      const mask = slots.length - 1;
      for (let slot = hash & mask; slots[slot]; slot = (slot + 1) & mask) {
        const number = (slots[slot] ?? 0) - 1;
        if (hashes.get(number) === hash && isAt(number, id)) return number;
      }
      return -1;
    },
    put(id, number) {
      const hash = hashOf(id, seed);
      slots[free(hash)] = number + 1;
      hashes.set(number, hash);
      held++;
      if (held * 2 <= slots.length) return;
      const old = slots;
      slots = new Uint32Array(old.length * 2);
      for (const one of old) if (one !== 0) slots[free(hashes.get(one - 1))] = one;
    },
  };
}

const seed = 0x811c9dc5;
const otherSeed = 0x9747b28c;

function hashOf(id: string, from: number): number {
  let hash = from;
  for (let at = 0; at < id.length; at++) {
    hash = Math.imul(hash ^ id.charCodeAt(at), 0x01000193);
    // One step alone would leave two ids of one hash alike from any seed.
    hash ^= hash >>> 15;
  }
  // The low bits are what slots are taken by.
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return (hash ^ (hash >>> 13)) >>> 0;
}

export interface Column {
  /** 0 where nothing was set. */
  get(at: number): number;
  set(at: number, value: number): void;
}

/** A list of numbers that grows. */
export function createColumn(
  kind: Float64ArrayConstructor | Uint32ArrayConstructor = Float64Array,
): Column {
  let values = new kind(1024);
  return {
    get: (at) => values[at] ?? 0,
    set(at, value) {
      if (at >= values.length) {
        const longer = new kind(Math.max(at + 1, values.length * 2));
        longer.set(values);
        values = longer;
      }
      values[at] = value;
    },
  };
}
