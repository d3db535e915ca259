/**
 * Who answers for a journey that has several causes, so that no minute is counted twice. A session goes one way: the cause
 * that explains its handoff best brought it, and the others follow from that one or came after. Where none is known to
 * explain it, and among slots that were missed together, each that would have brought it has the same share, for none
 * spares it before the last is gone (Shapley's value).
 * @see https://en.wikipedia.org/wiki/Shapley_value
 */
import { categories } from '../domain/categories.js';
import type { Finding, JourneyResult } from '../domain/journey.js';
import type { Repair } from '../domain/ticket.js';

/** The causes of one journey, by their places. */
export interface CauseShares {
  /** What each cause is seen by in this journey. */
  findings: ReadonlyMap<number, readonly Finding[]>;
  /** Those whose repair spares the handoff, with their shares of it, which add up to 1. */
  handoff: ReadonlyMap<number, number>;
}

/** @returns by `JourneyResult.session`, for every journey that has a cause */
export function attribute(
  repairs: readonly Repair[],
  byId: ReadonlyMap<string, JourneyResult>,
): Map<string, CauseShares> {
  const findings = new Map<string, Map<number, Finding[]>>();
  repairs.forEach((repair, place) => {
    for (const session of new Set(repair.sessions)) {
      const known = findings.get(session) ?? new Map<number, Finding[]>();
      findings.set(session, known);
      known.set(place, findingsOf(repair, byId.get(session)));
    }
  });
  return new Map(
    [...findings].map(([session, own]) => [
      session,
      { findings: own, handoff: shareHandoff(own, byId.get(session)) },
    ]),
  );
}

/** The findings of a journey that a repair would end. Consequences go with their root. */
function findingsOf({ parts }: Repair, result: JourneyResult | undefined): Finding[] {
  const isOf = (finding: Finding) =>
    finding.causedBy === undefined &&
    parts.some(
      ({ category, intent, slot }) =>
        category === finding.category &&
        (slot === undefined || slot === finding.slot) &&
        (intent === undefined || finding.intent === undefined || intent === finding.intent),
    );
  return (result?.findings ?? []).filter(isOf);
}

function shareHandoff(
  findings: ReadonlyMap<number, readonly Finding[]>,
  result: JourneyResult | undefined,
): Map<number, number> {
  const first = result?.findings.find(({ primary }) => primary);
  const byRule = result?.handoff.reason === 'rule';
  const explains = (one: Finding): boolean => {
    const { brings } = categories[one.category].remedy;
    if (brings === 'always') return one === first;
    const isAllowed = brings === 'primary' || (brings === 'by_rule' && byRule);
    return isAllowed && one.category === first?.category;
  };
  const having = (holds: (one: Finding) => boolean) =>
    [...findings].flatMap(([place, own]) => (own.some(holds) ? [place] : []));
  const explaining = having(explains);
  const bringing =
    explaining.length > 0
      ? explaining
      : having(({ category }) => categories[category].remedy.brings === 'always');
  return new Map(bringing.map((place) => [place, 1 / bringing.length]));
}
