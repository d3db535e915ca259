/** How much more often escalated customers complain than those who went straight to an agent. */
import type { Outcome } from '../domain/conversation.js';
import type { OwnerFigures } from '../domain/figures.js';
import type { DirectContact, JourneyResult } from '../domain/journey.js';
import { stratifiedRatio } from '../stats/stratified-ratio.js';
import { linkedOf } from './by-day.js';

export function complaintFigures(
  results: readonly JourneyResult[],
  direct: readonly DirectContact[],
): OwnerFigures['complaints'] {
  const escalated = count(linkedOf(results));
  const straight = count(direct);
  const found = escalated && straight && ratioWithin(linkedOf(results), direct);
  return {
    escalatedRate: escalated && escalated.events / escalated.n,
    directRate: straight && straight.events / straight.n,
    ratio: found && { value: found.ratio, interval: found.interval, n: found.n },
  };
}

type Told = { outcome: Outcome };

/** Customers known to have complained. */
export const complaintsIn = (list: readonly Told[]): number =>
  list.filter(({ outcome }) => outcome.complaint).length;

/** Within each wrap-up code: some matters are complained of more, whoever takes them. Contacts without a code are one more. */
function ratioWithin(escalated: readonly Told[], direct: readonly Told[]) {
  const reasons = new Set([...escalated, ...direct].map(({ outcome }) => outcome.reason));
  const of = (list: readonly Told[], reason: string | undefined) => {
    const known = list.flatMap(({ outcome }) =>
      outcome.reason === reason ? (outcome.complaint ?? []) : [],
    );
    return { events: known.filter(Boolean).length, n: known.length };
  };
  const strata = [...reasons].map((reason) => ({
    one: of(escalated, reason),
    other: of(direct, reason),
  }));
  return stratifiedRatio(strata);
}

/** A source that only ever says "complained" tells nothing of the others: a rate needs both answers. */
function count(list: readonly { outcome: Outcome }[]): { events: number; n: number } | null {
  const known = list.flatMap(({ outcome }) => outcome.complaint ?? []);
  const events = known.filter(Boolean).length;
  return known.length === 0 || events === known.length ? null : { events, n: known.length };
}
