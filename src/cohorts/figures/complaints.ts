/** How much more often escalated customers complain than those who went straight to an agent. */
import type { Outcome } from '../../domain/conversation.js';
import type { DirectContact, JourneyResult } from '../../domain/journey.js';
import type { OwnerFigures } from '../../domain/report.js';
import { ratioInterval } from '../../stats/ratio-interval.js';
import { linkedOf } from './by-day.js';

export function complaintFigures(
  results: readonly JourneyResult[],
  direct: readonly DirectContact[],
): OwnerFigures['complaints'] {
  const escalated = count(linkedOf(results));
  const straight = count(direct);
  const found = escalated && straight && ratioInterval(escalated, straight);
  return {
    escalatedRate: escalated && escalated.events / escalated.n,
    directRate: straight && straight.events / straight.n,
    ratio: found
      ? {
          value: found.ratio,
          interval: found.interval,
          n: (escalated?.n ?? 0) + (straight?.n ?? 0),
        }
      : null,
  };
}

/** A source that only ever says "complained" tells nothing of the others: a rate needs both answers. */
function count(list: readonly { outcome: Outcome }[]): { events: number; n: number } | null {
  const known = list.flatMap(({ outcome }) => outcome.complaint ?? []);
  const events = known.filter(Boolean).length;
  return known.length === 0 || events === known.length ? null : { events, n: known.length };
}
