/** Which contacts could have taken a handoff at all: those that entered a queue within the window. */
import type { Comparison, ContactSide, HandoffSide } from './comparison.js';
import type { WordWeights } from './words.js';

/** Candidate pairs in columns: pair `p` joins handoff `handoff[p]` and contact `contact[p]`. */
export interface Candidates {
  handoffs: readonly HandoffSide[];
  contacts: readonly ContactSide[];
  /** Pairs of handoff `h` are `start[h]` to `start[h + 1] - 1`. */
  start: Uint32Array;
  contact: Uint32Array;
  /** `levels[k][p]`: level of comparison `k` for pair `p`. */
  levels: Uint8Array[];
}

export interface CandidateWindow {
  beforeMs: number;
  afterMs: number;
}

/** Most candidates a handoff may have; of more, those nearest in time stay, so that the worst block is bounded. */
const maximumCandidates = 2000;

export function findCandidates(
  handoffs: readonly HandoffSide[],
  contacts: readonly ContactSide[],
  window: CandidateWindow,
  comparisons: readonly Comparison[],
  weights: WordWeights,
): Candidates {
  const sorted = [...contacts].sort((a, b) => a.at - b.at || (a.contact < b.contact ? -1 : 1));
  const start = new Uint32Array(handoffs.length + 1);
  const pairs: number[] = [];
  handoffs.forEach((handoff, h) => {
    let i = firstFrom(sorted, handoff.at - window.beforeMs);
    const until = handoff.at + window.afterMs;
    for (let n = 0; n < maximumCandidates; n++, i++) {
      const contact = sorted[i];
      if (!contact || contact.at > until) break;
      pairs.push(i);
    }
    start[h + 1] = pairs.length;
  });
  const levels = comparisons.map(() => new Uint8Array(pairs.length));
  handoffs.forEach((handoff, h) => {
    for (let p = start[h] ?? 0; p < (start[h + 1] ?? 0); p++) {
      const contact = sorted[pairs[p] ?? 0] as ContactSide;
      comparisons.forEach((comparison, k) => {
        (levels[k] as Uint8Array)[p] = comparison.level(handoff, contact, weights);
      });
    }
  });
  return { handoffs, contacts: sorted, start, contact: Uint32Array.from(pairs), levels };
}

/** Position of the first contact that starts at or after a moment (binary search). */
function firstFrom(sorted: readonly ContactSide[], at: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] as ContactSide).at < at) low = middle + 1;
    else high = middle;
  }
  return low;
}
