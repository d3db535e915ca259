/** How content escalated customers are against those who went straight to an agent, for the same reason. */
import type { CohortConfig } from '../domain/config.js';
import type { Outcome } from '../domain/conversation.js';
import type { Estimate } from '../domain/estimate.js';
import type { OwnerFigures } from '../domain/figures.js';
import type { DirectContact, JourneyResult } from '../domain/journey.js';
import { mondayOf } from '../lib/calendar.js';
import { groupBy } from '../lib/group-by.js';
import { meanInterval } from '../stats/mean-interval.js';
import { groupOf, stratifiedDifference } from '../stats/stratified-difference.js';
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

type Rated = { day: string; outcome: Outcome };

const scores = (list: readonly { outcome: Outcome }[]): number[] =>
  list.flatMap(({ outcome }) => outcome.csat ?? []);

function estimate(values: readonly number[]): Estimate | null {
  const found = meanInterval(values);
  return found && { value: found.mean, interval: found.interval, n: values.length };
}

/**
 * direct - escalated within each wrap-up code and week that both sides have, averaged by what escalated customers came for.
 * The plain difference would say what the two kinds of contact are about, and when more of them came; not what the
 * handoff does.
 */
export function csatGap(escalated: readonly Rated[], direct: readonly Rated[]): Estimate | null {
  const [one, other] = [byReasonAndWeek(direct), byReasonAndWeek(escalated)];
  const strata = [...other].map(([cell, list]) => ({
    one: grouped(one.get(cell) ?? []),
    other: grouped(list),
  }));
  const found = stratifiedDifference(strata);
  return found && { value: found.difference, interval: found.interval, n: found.n };
}

const grouped = (list: readonly Rated[]) =>
  groupOf(
    scores(list),
    list.map(({ day }) => day),
  );

function byReasonAndWeek(list: readonly Rated[]): Map<string, Rated[]> {
  const known = list.filter(
    ({ outcome: { reason, csat } }) => reason !== undefined && csat !== undefined,
  );
  return groupBy(known, ({ outcome, day }) => JSON.stringify([outcome.reason, mondayOf(day)]));
}

/** A problem only where the gap is surely above 0, and fine only where a crisis can be ruled out. */
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
