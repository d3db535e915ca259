/** Many ids, each with a number of its own from 0 on, in the order in which they come. */
export interface IdTable {
  size(): number;
  /** -1 where it is not known. */
  find(id: string): number;
  add(id: string): number;
}

export function createIdTable(): IdTable {
  const numbers = new Map<string, number>();
  return {
    size: () => numbers.size,
    find: (id) => numbers.get(id) ?? -1,
    add(id) {
      const known = numbers.get(id);
      if (known !== undefined) return known;
      numbers.set(detached(id), numbers.size);
      return numbers.size - 1;
    },
  };
}

/** An id that was cut out of a line's text keeps that whole line alive in this engine: a copy keeps nothing. */
function detached(id: string): string {
  const letters = /[^\0-\xff]/.test(id) ? 'utf16le' : 'latin1';
  return Buffer.from(id, letters).toString(letters);
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
