import type { Estimate } from '../domain/estimate.js';
import type { ReturnFigures } from '../domain/figures.js';
import { ratioInterval } from '../stats/ratio-interval.js';
import { wilsonInterval } from '../stats/wilson-interval.js';
import { type FollowedVisit, type NotFollowed, sameMatter } from './returns.js';

/** Shares of customers who came back within seven days, by how they had been served. */
export function returnFigures(
  followed: readonly FollowedVisit[],
  leftOut: NotFollowed,
): ReturnFigures {
  const of = (wanted: (one: FollowedVisit['visit']) => boolean) =>
    followed.filter(({ visit }) => wanted(visit));
  const groups = {
    escalated: of(({ kind, linked }) => kind === 'escalated' && linked === true),
    contained: of(({ kind }) => kind === 'contained'),
    direct: of(({ kind }) => kind === 'direct'),
  };
  const count = (list: readonly FollowedVisit[]) => ({
    events: list.filter(({ again }) => again !== null).length,
    n: list.length,
  });
  const share = (list: readonly FollowedVisit[]) => shareOf(count(list));
  const same = (list: readonly FollowedVisit[]) => {
    const known = list.flatMap((one) => one.same ?? []);
    return shareOf({ events: known.filter(Boolean).length, n: known.length });
  };
  const found = ratioInterval(count(groups.escalated), count(groups.direct));
  const matters = groups.escalated.flatMap(({ visit, again }) =>
    again ? (sameMatter(visit, again) ?? []) : [],
  );
  return {
    escalated: share(groups.escalated),
    contained: share(groups.contained),
    direct: share(groups.direct),
    ratio: found && {
      value: found.ratio,
      interval: found.interval,
      n: groups.escalated.length + groups.direct.length,
    },
    same: {
      escalated: same(groups.escalated),
      contained: same(groups.contained),
      direct: same(groups.direct),
    },
    leftOut,
    sameMatter: matters.length === 0 ? null : matters.filter(Boolean).length / matters.length,
  };
}

function shareOf({ events, n }: { events: number; n: number }): Estimate | null {
  return n === 0 ? null : { value: events / n, interval: wilsonInterval(events, n), n };
}
