/** Which contacts could have taken a handoff at all: those that entered a queue within the window. */
import { firstFrom } from '../lib/binary-search.js';
import type { ContactSide, HandoffSide } from './sides.js';

export interface CandidateWindow {
  beforeMs: number;
  afterMs: number;
}

/** Candidates of a handoff: contacts `from` to `to - 1`. */
export interface CandidateRange {
  from: number;
  to: number;
  /** Where the window begins. */
  fromMs: number;
}

export type CandidateFinder = (handoff: HandoffSide) => CandidateRange;

/** @param contacts in order of `at`. */
export function candidateFinder(
  contacts: readonly ContactSide[],
  window: CandidateWindow,
): CandidateFinder {
  const times = Float64Array.from(contacts, ({ at }) => at);
  return (handoff) => {
    const fromMs = handoff.at - window.beforeMs;
    const from = firstFrom(times, fromMs);
    return { from, to: firstFrom(times, handoff.at + window.afterMs + 1), fromMs };
  };
}
