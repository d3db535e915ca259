/** The journey owner's figures. What is not known is left out and counted, never taken for zero. */
import type { CohortConfig } from '../domain/config.js';
import type { OwnerFigures } from '../domain/report.js';
import { deadEndFigures } from './escalation.js';
import { agentFigures } from './figures/agents.js';
import { complaintFigures } from './figures/complaints.js';
import { contextShares } from './figures/context.js';
import { csatFigures } from './figures/csat.js';
import { dayFigures, weekFigures } from './figures/days.js';
import type { Period } from './figures/period.js';
import { queueFigures } from './figures/queues.js';
import { repeatsPerJourney } from './figures/repeats.js';
import { returnFigures } from './figures/returns.js';
import { scoreFigures } from './figures/score.js';
import { directMinutes, handoffTax, stageFigures } from './figures/tax.js';
import type { Followed, NotFollowed } from './returns.js';

export interface FigureInput extends Period {
  followed: readonly Followed[];
  /** None where absent. */
  notFollowed?: NotFollowed;
}

export function figuresOf(input: FigureInput, config: CohortConfig): OwnerFigures {
  const { results, sessions, direct, followed } = input;
  return {
    handoffTaxMinutes: handoffTax(results, direct),
    directMinutes: directMinutes(direct),
    stages: stageFigures(results),
    repeatsPerJourney: repeatsPerJourney(results),
    context: contextShares(results),
    csat: csatFigures(results, direct, config.csatGap),
    score: scoreFigures(results),
    returns: returnFigures(followed, input.notFollowed ?? { tooYoung: 0, unknownCustomer: 0 }),
    complaints: complaintFigures(results, direct),
    deadEnds: deadEndFigures(sessions, config),
    agents: agentFigures(results, config.agents),
    queues: queueFigures(results),
    days: dayFigures(input),
    weeks: weekFigures(input),
  };
}
