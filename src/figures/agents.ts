/** Agents who open well: whose first words show that they know what the customer told the bot. */
import type { CohortConfig } from '../domain/config.js';
import type { OwnerFigures } from '../domain/figures.js';
import type { JourneyResult } from '../domain/journey.js';
import { betaPrior, shrinkShare } from '../stats/beta-binomial.js';
import { linkedOf } from './by-day.js';

/** Empty unless the config allows comparing agents; shares are shrunk, so that few contacts make no champion. */
export function agentFigures(
  results: readonly JourneyResult[],
  { compare, minimum }: CohortConfig['agents'],
): OwnerFigures['agents'] {
  if (!compare) return [];
  const counts = new Map<string, { contacts: number; warm: number }>();
  for (const { agentId, findings } of linkedOf(results)) {
    if (agentId === undefined) continue;
    const known = counts.get(agentId) ?? { contacts: 0, warm: 0 };
    known.contacts++;
    if (!findings.some(({ category }) => category === 'cold_open')) known.warm++;
    counts.set(agentId, known);
  }
  const agents = [...counts].filter(([, { contacts }]) => contacts >= minimum);
  const prior = betaPrior(
    agents.map(([, { contacts, warm }]) => ({ successes: warm, n: contacts })),
  );
  if (prior === null) return [];
  return agents
    .map(([agentId, { contacts, warm }]) => ({
      agentId,
      contacts,
      warmOpenings: warm,
      shrunkShare: shrinkShare(warm, contacts, prior).share,
    }))
    .sort((a, b) => b.shrunkShare - a.shrunkShare || (a.agentId < b.agentId ? -1 : 1));
}
