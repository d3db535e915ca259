/** The journey owner's figures of one period, out of what happened in it alone. */
import { categoryNames } from '../domain/categories.js';
import {
  type DirectContact,
  type Effort,
  effortStages,
  type JourneyResult,
  type SessionSummary,
} from '../domain/journey.js';
import type { PeriodFigures } from '../domain/trend.js';
import { linkedOf, meanOf } from './by-day.js';
import { complaintFigures, complaintsIn } from './complaints.js';
import { fullContextShare } from './context.js';
import { csatGap } from './csat.js';
import { fewestComplaints, fewestDirect, fewestRated } from './settings.js';
import { directMinutes, minutesToSolving } from './tax.js';

/** What happened in a period. */
export interface Period {
  results: readonly JourneyResult[];
  sessions: readonly SessionSummary[];
  direct: readonly DirectContact[];
}

/**
 * Nothing from outside the period goes in: a median of the whole window would move every past day each night.
 * @param returnsKnown whether the seven days after all of its journeys are over
 */
export function periodFigures(
  { results, sessions, direct }: Period,
  { returnsKnown }: { returnsKnown: boolean },
): PeriodFigures {
  const linked = linkedOf(results);
  const escalated = sessions.filter(({ outcome }) => outcome === 'escalated').length;
  const complaints = complaintFigures(results, direct);
  const back = linked.flatMap(({ returned }) => (returned === undefined ? [] : Number(returned)));
  return {
    sessions: sessions.length,
    handoffs: results.length,
    linked: linked.length,
    direct: direct.length,
    escalationRate: sessions.length === 0 ? null : escalated / sessions.length,
    taxMinutes: taxOf(linked, direct),
    repeatsPerJourney: meanOf(linked.map(({ repeats }) => repeats)),
    fullContextShare: fullContextShare(results),
    csatEscalated: meanOf(linked.flatMap(({ outcome }) => outcome.csat ?? [])),
    csatDirect: meanOf(direct.flatMap(({ outcome }) => outcome.csat ?? [])),
    csatGap: gapOf(linked, direct),
    complaintShareEscalated: complaints.escalatedRate,
    complaintShareDirect: complaints.directRate,
    complaintRatio: areEnough(linked, direct) ? (complaints.ratio?.value ?? null) : null,
    returnShare: returnsKnown ? meanOf(back) : null,
    score: meanOf(results.flatMap(({ score }) => score ?? [])),
    stages: stageMinutes(linked),
    categories: categoryShares(results),
  };
}

function taxOf(linked: readonly JourneyResult[], direct: readonly DirectContact[]): number | null {
  const known = direct.filter(({ secondsToSolving }) => secondsToSolving !== null);
  const usual = known.length < fewestDirect ? null : directMinutes(linked, known);
  const own = meanOf(linked.flatMap((result) => minutesToSolving(result) ?? []));
  return usual === null || own === null ? null : own - usual;
}

function gapOf(linked: readonly JourneyResult[], direct: readonly DirectContact[]): number | null {
  const gap = csatGap(linked, direct);
  return gap && gap.n >= fewestRated ? gap.value : null;
}

const areEnough = (...sides: Parameters<typeof complaintsIn>[0][]): boolean =>
  sides.every((side) => complaintsIn(side) >= fewestComplaints);

function stageMinutes(linked: readonly JourneyResult[]): Record<keyof Effort, number | null> {
  const minutes = (stage: keyof Effort) => {
    const seconds = meanOf(linked.flatMap(({ effort }) => effort[stage] ?? []));
    return seconds === null ? null : seconds / 60;
  };
  return Object.fromEntries(
    effortStages.map((stage) => [stage, minutes(stage)]),
  ) as PeriodFigures['stages'];
}

function categoryShares(results: readonly JourneyResult[]): PeriodFigures['categories'] {
  const primary = new Map<string, number>();
  for (const { findings } of results) {
    const category = findings.find((one) => one.primary)?.category ?? 'unknown';
    primary.set(category, (primary.get(category) ?? 0) + 1);
  }
  const share = (category: string) =>
    results.length === 0 ? null : (primary.get(category) ?? 0) / results.length;
  return Object.fromEntries(
    categoryNames.map((category) => [category, share(category)]),
  ) as PeriodFigures['categories'];
}
