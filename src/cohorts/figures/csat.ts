/** How content escalated customers are against those who went straight to an agent, for the same reason. */
import type { CohortConfig } from '../../domain/config.js';
import type { Outcome } from '../../domain/conversation.js';
import type { DirectContact, JourneyResult } from '../../domain/journey.js';
import type { Estimate, OwnerFigures } from '../../domain/report.js';
import { meanInterval } from '../../stats/mean-interval.js';
import { groupOf, stratifiedDifference } from '../../stats/stratified-difference.js';
import { linkedOf } from './by-day.js';

export function csatFigures(
  results: readonly JourneyResult[],
  direct: readonly DirectContact[],
  limits: CohortConfig['csatGap'],
): OwnerFigures['csat'] {
  const linked = linkedOf(results);
  const gap = csatGap(linked, direct);
  return {
    escalated: estimate(scores(linked)),
    direct: estimate(scores(direct)),
    gap,
    verdict: verdictOf(gap, limits),
  };
}

type Rated = { outcome: Outcome };

const scores = (list: readonly Rated[]): number[] =>
  list.flatMap(({ outcome }) => outcome.csat ?? []);

function estimate(values: readonly number[]): Estimate | null {
  const found = meanInterval(values);
  return found && { value: found.mean, interval: found.interval, n: values.length };
}

/**
 * direct - escalated within each wrap-up code that both sides have, averaged by what escalated customers came for. The
 * plain difference would say what the two kinds of contact are about, not what the handoff does.
 */
function csatGap(escalated: readonly Rated[], direct: readonly Rated[]): Estimate | null {
  const [one, other] = [byReason(direct), byReason(escalated)];
  const strata = [...other].map(([reason, values]) => ({
    one: groupOf(one.get(reason) ?? []),
    other: groupOf(values),
  }));
  const found = stratifiedDifference(strata);
  return found && { value: found.difference, interval: found.interval, n: found.n };
}

function byReason(list: readonly Rated[]): Map<string, number[]> {
  const reasons = new Map<string, number[]>();
  for (const { outcome } of list) {
    if (outcome.reason === undefined || outcome.csat === undefined) continue;
    const known = reasons.get(outcome.reason);
    if (known) known.push(outcome.csat);
    else reasons.set(outcome.reason, [outcome.csat]);
  }
  return reasons;
}

/** Nothing is called a problem that may be nothing, and nothing fine that may be a crisis. */
export function verdictOf(
  gap: Estimate | null,
  { problem, crisis }: CohortConfig['csatGap'],
): OwnerFigures['csat']['verdict'] {
  if (gap === null) return 'too_little_data';
  const [low, high] = gap.interval;
  if (gap.value >= problem && low <= 0) return 'too_little_data';
  if (gap.value < problem && high >= crisis) return 'too_little_data';
  if (gap.value >= crisis) return 'crisis';
  return gap.value >= problem ? 'handoff_problem' : 'fine';
}
