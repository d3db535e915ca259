import { categories } from '../../src/domain/categories.js';
import type { RankConfig } from '../../src/domain/config.js';
import type { JourneyResult } from '../../src/domain/journey.js';
import type { Cause, Repair } from '../../src/domain/ticket.js';
import type { RankInput } from '../../src/rank/rank.js';
import { repairFrom } from '../support/repairs.js';

export const unpriced: RankConfig = {
  currency: 'GBP',
  minutePrice: null,
  csatPointPrice: null,
  complaintPrice: null,
  repeatContactPrice: null,
};

export function causeOf(
  category: Cause['category'],
  results: readonly JourneyResult[],
  more: Partial<Cause> = {},
): Repair {
  return repairFrom({
    category,
    owner: categories[category].owner,
    sessions: results.map(({ session }) => session),
    primarySessions: results.map(({ session }) => session),
    evidence: [],
    robust: true,
    ...more,
  });
}

export function inputOf(
  results: readonly JourneyResult[],
  more: Partial<RankInput> = {},
): RankInput {
  return {
    results,
    direct: [],
    bot: 'helper',
    from: '2026-03-02',
    to: '2026-03-29',
    night: '2026-03-29',
    history: [],
    ...more,
  };
}
