/** The pairs of the blocks with their odds. */
import type { Block } from './blocks.js';
import type { Comparison, LevelOf } from './comparison.js';
import { type LinkModel, levelBits, priorBits, returnBits, returnShare } from './model.js';
import type { Pairs } from './pairs.js';
import { mostBits, negligible } from './settings.js';

export interface ScoredPairs extends Pairs {
  /** Odds of each pair against both of its sides staying single. */
  odds: Float64Array;
  /** Candidates of each row before the hopeless ones were left out. */
  candidates: Uint32Array;
}

/** The pairs that are worth keeping, with their odds; what cannot reach them any more is not compared to the end. */
export function scorePairs(
  handoffs: Uint32Array,
  blockOf: (h: number) => Block,
  comparisons: readonly Comparison[],
  compare: readonly LevelOf[],
  model: LinkModel,
): ScoredPairs {
  const bits = model.m.map((row, k) => Float64Array.from(row, (_, l) => levelBits(model, k, l)));
  const bestLater = bits.map((_, k) =>
    bits.slice(k).reduce((sum, row) => sum + Math.max(...row), 0),
  );
  const tellsOfCustomer = comparisons.map(({ evidenceAbout: tellsOf }) => tellsOf === 'customer');
  const least = Math.log2(negligible);
  const start = new Uint32Array(handoffs.length + 1);
  const candidates = new Uint32Array(handoffs.length);
  const contact = new Growing(Uint32Array);
  const odds = new Growing(Float64Array);
  for (let row = 0; row < handoffs.length; row++) {
    const h = handoffs[row] as number;
    const block = blockOf(h);
    candidates[row] = block.candidates;
    const prior = priorBits(model, block.candidates);
    const share = returnShare(model, block.candidates);
    for (const c of block.contacts) {
      let score = prior;
      let ofCustomer = 0;
      for (let k = 0; k < compare.length && score + (bestLater[k] as number) >= least; k++) {
        const own = (bits[k] as Float64Array)[(compare[k] as LevelOf)(h, c)] as number;
        score += own;
        if (tellsOfCustomer[k]) ofCustomer += own;
      }
      score -= returnBits(share, ofCustomer);
      if (score < least) continue;
      contact.push(c);
      odds.push(2 ** Math.min(score, mostBits));
    }
    start[row + 1] = contact.length;
  }
  return { handoffs, start, contact: contact.done(), odds: odds.done(), candidates };
}

/** A typed array that grows: the number of pairs is not known before they are compared. */
class Growing<T extends Uint32Array | Float64Array> {
  length = 0;
  #values: T;
  readonly #make: new (
    size: number,
  ) => T;
  constructor(make: new (size: number) => T) {
    this.#make = make;
    this.#values = new make(1024);
  }
  push(value: number): void {
    if (this.length === this.#values.length) {
      const larger = new this.#make(this.length * 2);
      larger.set(this.#values);
      this.#values = larger;
    }
    this.#values[this.length++] = value;
  }
  done(): T {
    return this.#values.slice(0, this.length) as T;
  }
}
