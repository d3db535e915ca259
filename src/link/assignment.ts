/**
 * The one-to-one assignment of greatest total weight in which anybody may stay single: exact. Handoffs are
 * placed one after the other along cheapest augmenting paths with potentials (the Hungarian method in Jonker and
 * Volgenant's form, "A shortest augmenting path algorithm for dense and sparse linear assignment problems", 1987),
 * which never leave the connected block of the handoff, so that the cost follows the size of the blocks.
 */
import type { PairGraph } from './marginals.js';

/** @param weight of each pair; those of 0 and below are never used. @returns the chosen pair of each handoff, or -1. */
export function bestAssignment(
  { start, contact, contacts }: PairGraph,
  weight: Float64Array,
): Int32Array {
  const rows = start.length - 1;
  // Column `contacts + h` is handoff h staying single, at no cost.
  const rowPrice = new Float64Array(rows);
  const price = new Float64Array(contacts + rows);
  const holder = new Int32Array(contacts + rows).fill(-1);
  const chosen = new Int32Array(rows).fill(-1);
  const distance = new Float64Array(contacts + rows).fill(Number.POSITIVE_INFINITY);
  const via = new Int32Array(contacts + rows).fill(-1);
  const viaPair = new Int32Array(contacts + rows).fill(-1);
  const done = new Uint8Array(contacts + rows);

  for (let row = 0; row < rows; row++) {
    const heap = new Heap(distance);
    const touched: number[] = [];
    const reach = (column: number, length: number, from: number, pair: number) => {
      if (done[column] === 1 || length >= (distance[column] as number)) return;
      if (distance[column] === Number.POSITIVE_INFINITY) touched.push(column);
      distance[column] = length;
      via[column] = from;
      viaPair[column] = pair;
      heap.push(column, length);
    };
    let at = row;
    let length = 0;
    let end = -1;
    for (;;) {
      const base = length - (rowPrice[at] as number);
      for (let p = start[at] as number; p < (start[at + 1] as number); p++) {
        const w = weight[p] as number;
        const column = contact[p] as number;
        if (w > 0) reach(column, base - w - (price[column] as number), at, p);
      }
      reach(contacts + at, base - (price[contacts + at] as number), at, -1);
      const column = heap.pop(done);
      length = distance[column] as number;
      done[column] = 1;
      if (holder[column] === -1) {
        end = column;
        break;
      }
      at = holder[column] as number;
    }
    // Prices keep every remaining reduced cost at or above zero, which is what makes the next path a shortest one.
    rowPrice[row] = (rowPrice[row] as number) + length;
    for (const column of touched) {
      if (done[column] === 1 && column !== end) {
        const gain = length - (distance[column] as number);
        price[column] = (price[column] as number) - gain;
        const held = holder[column] as number;
        rowPrice[held] = (rowPrice[held] as number) + gain;
      }
    }
    for (let column = end; column !== -1; ) {
      const from = via[column] as number;
      const before = from === row ? -1 : columnOf(chosen, contact, contacts, from);
      holder[column] = from;
      chosen[from] = viaPair[column] as number;
      column = before;
    }
    for (const column of touched) {
      distance[column] = Number.POSITIVE_INFINITY;
      done[column] = 0;
    }
  }
  return chosen;
}

/** The column that a handoff holds: its contact, or its own staying single. */
function columnOf(chosen: Int32Array, contact: Uint32Array, contacts: number, row: number): number {
  const pair = chosen[row] as number;
  return pair === -1 ? contacts + row : (contact[pair] as number);
}

/** Columns by distance. A column may stand in it twice; whoever pops skips what is done. */
class Heap {
  readonly #columns: number[] = [];
  readonly #lengths: number[] = [];
  readonly #distance: Float64Array;
  constructor(distance: Float64Array) {
    this.#distance = distance;
  }

  push(column: number, length: number): void {
    let i = this.#columns.length;
    this.#columns.push(column);
    this.#lengths.push(length);
    while (i > 0) {
      const parent = (i - 1) >> 1;
      if (this.#compare(parent, i) <= 0) break;
      this.#swap(parent, i);
      i = parent;
    }
  }

  /** The nearest column that is not done; staying single is always there, so one is found. */
  pop(done: Uint8Array): number {
    for (;;) {
      const column = this.#columns[0] as number;
      const length = this.#lengths[0] as number;
      this.#swap(0, this.#columns.length - 1);
      this.#columns.pop();
      this.#lengths.pop();
      this.#sink();
      if (done[column] === 0 && length === this.#distance[column]) return column;
    }
  }

  #sink(): void {
    for (let i = 0; ; ) {
      const left = 2 * i + 1;
      if (left >= this.#columns.length) return;
      const right = left + 1;
      const least = right < this.#columns.length && this.#compare(right, left) < 0 ? right : left;
      if (this.#compare(i, least) <= 0) return;
      this.#swap(i, least);
      i = least;
    }
  }

  /** Of equal distances the lower column first, so that ties fall the same way every time. */
  #compare(i: number, j: number): number {
    return (
      (this.#lengths[i] as number) - (this.#lengths[j] as number) ||
      (this.#columns[i] as number) - (this.#columns[j] as number)
    );
  }

  #swap(i: number, j: number): void {
    for (const list of [this.#columns, this.#lengths]) {
      const held = list[i] as number;
      list[i] = list[j] as number;
      list[j] = held;
    }
  }
}
