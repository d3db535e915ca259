/** What only many journeys show: patterns, incidents, causes, and the journey owner's figures. */

import { causesOf } from '../../causes/causes.js';
import { withRootCauses } from '../../causes/chain.js';
import { repairsOf } from '../../causes/repairs.js';
import type { CohortConfig } from '../../domain/config.js';
import type { BotDefinition } from '../../domain/conversation.js';
import type { Losses } from '../../domain/figures.js';
import { formSlots } from '../../domain/form-slots.js';
import type { DirectContact, JourneyResult, SessionSummary, Visit } from '../../domain/journey.js';
import type { Report } from '../../domain/report.js';
import { figuresOf } from '../../figures/figures.js';
import type { Flow } from '../../figures/losses/flow.js';
import { lostStates } from '../../figures/losses/lost-states.js';
import { lossSigns } from '../../figures/losses/predict-loss.js';
import { type FollowedVisit, followedVisits, notFollowed } from '../../figures/returns.js';
import { trendsOf } from '../../figures/trends.js';
import { joinVisits } from '../../figures/visits.js';
import { messageOf } from '../../lib/message-of.js';
import { cohortFindings, withFindings } from '../../patterns/apply.js';
import type { CohortEvidence, CohortFound } from '../../patterns/cohort.js';
import { registry } from '../../patterns/detectors/index.js';
import { deadEndFigures } from '../../patterns/escalation.js';
import { incidents } from '../../patterns/incidents.js';
import { directOf } from '../read-sides.js';
import type { CohortOutcome, CohortsFound, Detected, Ingested, Linked } from '../so-far.js';
import type { Stage } from '../stage.js';

export const cohortStage: Stage<Ingested & Linked & Detected, CohortsFound> = {
  name: 'cohorts',
  async run({ config, store, faults }, { night, span, definition, sides, linked, results }) {
    const outcome = cohorts(
      {
        results,
        sessions: sides.sessions,
        direct: directOf(sides, linked.links),
        flows: sides.flows,
        visits: joinVisits(sides.visits, linked.links),
        until: span.to,
        definition,
        onFault: (plugin, message) => faults.push({ stage: 'cohorts', plugin, message }),
      },
      config.cohorts,
    );
    return { outcome, trends: trendsOf(outcome.figures, await store.statedFigures(night)) };
  },
};

export interface CohortInput {
  results: readonly JourneyResult[];
  sessions: readonly SessionSummary[];
  direct: readonly DirectContact[];
  /** All sessions as the states that they went through. */
  flows: readonly Flow[];
  /** Of all customers, in order of time. */
  visits: readonly Visit[];
  /** End of what was recorded, in epoch milliseconds. */
  until: number;
  definition: BotDefinition | null;
  /** Called for a cohort that failed; the others run. */
  onFault?: (cohort: string, message: string) => void;
}

export function cohorts(input: CohortInput, config: CohortConfig): CohortOutcome {
  const { results, sessions, direct, flows, visits, until, definition } = input;
  const followed = followedVisits(visits, until);
  const found = find(input, config);
  const patterns = found.flatMap((one) => one.patterns);
  const bursts = incidents(sessions);
  const added = cohortFindings(results, patterns);
  const complete = withRootCauses(
    withReturns(withFindings(results, added), followed),
    formSlots(definition).has,
  );
  const causes = causesOf(complete, patterns, bursts);
  return {
    repairs: repairsOf({ causes, results: complete, sessions, definition }),
    incidents: bursts,
    losses: lossesOf(flows),
    timeOfDay: found.find((one) => one.timeOfDay)?.timeOfDay ?? untested,
    figures: figuresOf(
      {
        results: bySession(complete),
        sessions,
        direct,
        followed,
        notFollowed: notFollowed(visits, until),
        deadEnds: deadEndFigures(sessions, config),
      },
      config,
    ),
    cohortFindings: added,
    results: complete,
  };
}

function withReturns(
  results: readonly JourneyResult[],
  followed: readonly FollowedVisit[],
): JourneyResult[] {
  const back = new Map(
    followed
      .filter(({ visit }) => visit.linked)
      .map(({ visit, again }) => [visit.id, again !== null]),
  );
  return results.map((result) => {
    const returned = back.get(result.session);
    return returned === undefined ? result : { ...result, returned };
  });
}

const lossesOf = (flows: readonly Flow[]): Losses => ({
  sessions: flows.length,
  lost: flows.filter(({ lost }) => lost).length,
  states: lostStates(flows),
  signs: lossSigns(flows),
});

/** The last digit of a sum of fractions depends on their order. */
const bySession = (results: readonly JourneyResult[]): JourneyResult[] =>
  [...results].sort((a, b) => (a.session < b.session ? -1 : 1));

const untested: Report['timeOfDay'] = {
  windowsTested: 0,
  smallestEffect: [],
  note: 'The scan over the hours of the day failed; see the faults of this night.',
};

/** Runs every cohort; one that throws is reported and finds nothing. */
function find(
  { onFault, flows: _flows, visits: _visits, until: _until, ...evidence }: CohortInput,
  config: CohortConfig,
): CohortFound[] {
  return registry.flatMap((cohort) => {
    try {
      return [cohort.find(evidence satisfies CohortEvidence, config)];
    } catch (error) {
      onFault?.(cohort.id, messageOf(error));
      return [];
    }
  });
}
