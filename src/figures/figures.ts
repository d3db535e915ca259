/** The journey owner's figures. What is not known is left out and counted, never taken for zero. */
import type { CohortConfig } from '../domain/config.js';
import type { OwnerFigures } from '../domain/figures.js';
import { agentFigures } from './agents.js';
import { byFinding } from './by-finding.js';
import { complaintFigures } from './complaints.js';
import { contextShares } from './context.js';
import { flowCounts, hourCounts, reasonCounts } from './counts.js';
import { csatFigures } from './csat.js';
import { dayFigures, weekFigures } from './days.js';
import type { Period } from './period.js';
import { queueFigures } from './queues.js';
import { repeatsPerJourney } from './repeats.js';
import { returnFigures } from './return-rates.js';
import type { FollowedVisit, NotFollowed } from './returns.js';
import { scoreFigures } from './score.js';
import { directMinutes, handoffTax, stageFigures } from './tax.js';

export interface FigureInput extends Period {
  followed: readonly FollowedVisit[];
  /** None where absent. */
  notFollowed?: NotFollowed;
  deadEnds: OwnerFigures['deadEnds'];
}

export function figuresOf(input: FigureInput, config: CohortConfig): OwnerFigures {
  const { results, direct, followed, deadEnds } = input;
  return {
    handoffTaxMinutes: handoffTax(results, direct),
    directMinutes: directMinutes(results, direct),
    stages: stageFigures(results),
    repeatsPerJourney: repeatsPerJourney(results),
    context: contextShares(results),
    csat: csatFigures(results, direct, config.csatGap),
    byFinding: byFinding(results),
    score: scoreFigures(results),
    returns: returnFigures(followed, input.notFollowed ?? { tooYoung: 0, unknownCustomer: 0 }),
    complaints: complaintFigures(results, direct),
    deadEnds,
    agents: agentFigures(results, config.agents),
    queues: queueFigures(results),
    hours: hourCounts(input.sessions),
    handoffReasons: reasonCounts(results),
    flow: flowCounts(results),
    days: dayFigures(input),
    weeks: weekFigures(input),
  };
}
