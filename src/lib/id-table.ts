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

export function createIdTable(): IdTable {
  /** Numbers of ids by hash, plus one; 0 is free. */
  let slots = new Uint32Array(1024);
  const hashes = createColumn(Uint32Array);
  const starts = createColumn(Uint32Array);
  const lengths = createColumn(Uint32Array);
  const blocks: Buffer[] = [];
  let used = 0;
  let size = 0;
  const others = new Map<string, number>();

  const isAt = (number: number, id: string): boolean => {
    if (lengths.get(number) !== id.length) return false;
    const start = starts.get(number);
    const from = start % blockBytes;
    return (
      blocks[Math.floor(start / blockBytes)]?.toString('latin1', from, from + id.length) === id
    );
  };
  /** Where an id stands, or where it would. */
  const slotOf = (id: string, hash: number): number => {
    let slot = hash & (slots.length - 1);
    for (let held = slots[slot]; held; held = slots[slot]) {
      if (hashes.get(held - 1) === hash && isAt(held - 1, id)) return slot;
      slot = (slot + 1) & (slots.length - 1);
    }
    return slot;
  };
  const grow = (): void => {
    const old = slots;
    slots = new Uint32Array(old.length * 2);
    for (const held of old) {
      if (held === 0) continue;
      let slot = hashes.get(held - 1) & (slots.length - 1);
      while (slots[slot] !== 0) slot = (slot + 1) & (slots.length - 1);
      slots[slot] = held;
    }
  };
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
    find(id) {
      const hash = hashOf(id);
      if (hash === null) return others.get(id) ?? -1;
      return (slots[slotOf(id, hash)] ?? 0) - 1;
    },
    add(id) {
      const hash = hashOf(id);
      if (hash === null) {
        const known = others.get(id);
        // A copy, which keeps nothing else alive.
        if (known === undefined) others.set(Buffer.from(id, 'utf16le').toString('utf16le'), size);
        return known ?? size++;
      }
      const slot = slotOf(id, hash);
      const held = slots[slot];
      if (held) return held - 1;
      slots[slot] = size + 1;
      hashes.set(size, hash);
      write(id);
      size++;
      if (size * 2 > slots.length) grow();
      return size - 1;
    },
  };
}

/** null where it is kept as a string. */
function hashOf(id: string): number | null {
  if (id.length > longest) return null;
  let hash = 0x811c9dc5;
  for (let at = 0; at < id.length; at++) {
    const code = id.charCodeAt(at);
    if (code > 0xff) return null;
    hash = Math.imul(hash ^ code, 0x01000193);
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
