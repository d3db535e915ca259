/** Candidate pairs in columns, with the level of each comparison. */
import type { CandidateRange } from './candidates.js';
import type { LevelOf } from './comparison.js';

/** Pair `p` joins handoff `handoffs[row]` and contact `contact[p]`; pairs of `row` are `start[row]` to `start[row + 1] - 1`. */
export interface Pairs {
  /** Handoff of each row, ascending. */
  handoffs: Uint32Array;
  start: Uint32Array;
  contact: Uint32Array;
}

export interface LevelledPairs extends Pairs {
  /** Candidates of each row, whether or not they are still among its pairs. */
  candidates: Uint32Array;
  /** Levels of the pairs that were left out as hopeless: weights by comparison. */
  pruned: readonly (readonly number[])[];
  /** 1 for contacts whose own handoff must be among these, as far as time tells; others are only rivals. */
  owned: Uint8Array;
  /** 1 for rows all of whose candidates have their other handoffs among these; others are only rivals. */
  core: Uint8Array;
  /** `levels[k][p]`: level of comparison `k` for pair `p`. */
  levels: Uint8Array[];
}

/** Every candidate pair of some handoffs with all of its levels: for learning. */
export function levelPairs(
  handoffs: Uint32Array,
  candidatesOf: (h: number) => CandidateRange,
  compare: readonly LevelOf[],
  { handoffs: allHandoffs, contacts }: { handoffs: number; contacts: number },
): LevelledPairs {
  const start = new Uint32Array(handoffs.length + 1);
  const ranges = Array.from(handoffs, candidatesOf);
  ranges.forEach((range, row) => {
    start[row + 1] = (start[row] as number) + countOf(range);
  });
  const total = start[handoffs.length] as number;
  const contact = new Uint32Array(total);
  const levels = compare.map(() => new Uint8Array(total));
  ranges.forEach((range, row) => {
    const h = handoffs[row] as number;
    let p = start[row] as number;
    for (let c = range.from; c < range.to; c++) contact[p++] = c;
    for (let k = 0; k < compare.length; k++) {
      const column = levels[k] as Uint8Array;
      const level = compare[k] as LevelOf;
      for (let q = start[row] as number; q < p; q++) column[q] = level(h, contact[q] as number);
    }
  });
  const candidates = Uint32Array.from(ranges, countOf);
  const edges = edgesOf(handoffs, ranges, allHandoffs, contacts);
  return {
    handoffs,
    start,
    contact,
    levels,
    candidates,
    ...edges,
    pruned: compare.map(() => []),
  };
}

/** What lies well within the stretches of time that the rows cover, and what has its rivals outside. */
function edgesOf(
  handoffs: Uint32Array,
  ranges: readonly CandidateRange[],
  allHandoffs: number,
  contacts: number,
): Pick<LevelledPairs, 'owned' | 'core'> {
  const owned = new Uint8Array(contacts);
  const core = new Uint8Array(handoffs.length);
  for (let first = 0; first < handoffs.length; ) {
    let last = first;
    while (handoffs[last + 1] === (handoffs[last] as number) + 1) last++;
    const isEnd = handoffs[last] === allHandoffs - 1;
    const end = ranges[last] as CandidateRange;
    const until = isEnd ? end.to : end.from;
    owned.fill(1, (ranges[first] as CandidateRange).from, until);
    for (let row = first; row <= last; row++) {
      core[row] = (ranges[row] as CandidateRange).to <= until ? 1 : 0;
    }
    first = last + 1;
  }
  return core.includes(1) ? { owned, core } : { owned, core: core.fill(1) };
}

/** The pairs that may still be something; the others stay as counts of what unrelated pairs look like. */
export function pruneUnlikelyPairs(
  pairs: LevelledPairs,
  odds: Float64Array,
  leastOdds: number,
  weight: (p: number) => number,
): LevelledPairs {
  const start = new Uint32Array(pairs.start.length);
  const kept: number[] = [];
  for (let row = 0; row + 1 < start.length; row++) {
    for (let p = pairs.start[row] as number; p < (pairs.start[row + 1] as number); p++) {
      if ((odds[p] as number) > leastOdds) kept.push(p);
    }
    start[row + 1] = kept.length;
  }
  const hopeless = pairs.levels.map((column, k) => {
    const counts = [...(pairs.pruned[k] ?? [])];
    for (let p = 0; p < column.length; p++) {
      const level = column[p] as number;
      if (!((odds[p] as number) > leastOdds)) counts[level] = (counts[level] ?? 0) + weight(p);
    }
    return counts;
  });
  return {
    ...pairs,
    start,
    contact: Uint32Array.from(kept, (p) => pairs.contact[p] as number),
    levels: pairs.levels.map((column) => Uint8Array.from(kept, (p) => column[p] as number)),
    pruned: hopeless,
  };
}

export const countOf = ({ from, to }: CandidateRange): number => to - from;
