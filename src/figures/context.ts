/** What the agent was given of the bot conversation. */

import type { OwnerFigures } from '../domain/figures.js';
import type { JourneyResult } from '../domain/journey.js';
import type { ContextLevel } from '../domain/records.js';

type Share = keyof OwnerFigures['context'];

/** A transcript is everything; a summary or a flag leaves the agent to ask. */
const shareOf: Record<ContextLevel, Share> = {
  transcript: 'full',
  summary: 'partial',
  flag: 'partial',
  none: 'none',
};

/** Shares of all handoffs; they add up to 1 unless there are none. */
export function contextShares(results: readonly JourneyResult[]): OwnerFigures['context'] {
  const shares = { full: 0, partial: 0, none: 0, unknown: 0 };
  for (const { contextLevel } of results)
    shares[contextLevel ? shareOf[contextLevel] : 'unknown'] += 1 / results.length;
  return shares;
}

/** Share with full context among the handoffs whose level is known. */
export function fullContextShare(results: readonly JourneyResult[]): number | null {
  const { full, unknown } = contextShares(results);
  return unknown > 1 - 1e-9 || results.length === 0 ? null : full / (1 - unknown);
}
