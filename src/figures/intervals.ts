/** 95 % intervals of a week's figures: without them a reader takes every wave for news. */
import type { PlainFigure } from '../domain/trend.js';
import { meanInterval } from '../stats/mean-interval.js';
import { wilsonInterval } from '../stats/wilson-interval.js';
import { linkedOf, meanByDay } from './by-day.js';
import { csatGap } from './csat.js';
import type { Period } from './period.js';
import { handoffTax } from './tax.js';

export type Intervals = Partial<Record<PlainFigure, [low: number, high: number]>>;

/** Of those figures alone that have one. Shares by Wilson, journeys with days as clusters, ratings by Student's t. */
export function intervalsOf({ results, sessions, direct }: Period): Intervals {
  const linked = linkedOf(results);
  const escalated = sessions.filter(({ outcome }) => outcome === 'escalated').length;
  const back = linked.flatMap(({ returned }) => (returned === undefined ? [] : [returned]));
  const rated = (list: readonly { outcome: { csat?: number } }[]) =>
    meanInterval(list.flatMap(({ outcome }) => outcome.csat ?? []))?.interval;
  const found: { [figure in PlainFigure]?: [number, number] | undefined } = {
    escalationRate: sessions.length === 0 ? undefined : wilsonInterval(escalated, sessions.length),
    taxMinutes: handoffTax(results, direct)?.interval,
    repeatsPerJourney: meanByDay(linked, ({ repeats }) => repeats)?.interval,
    csatEscalated: rated(linked),
    csatDirect: rated(direct),
    csatGap: csatGap(linked, direct)?.interval,
    returnShare:
      back.length === 0 ? undefined : wilsonInterval(back.filter(Boolean).length, back.length),
    score: meanByDay(results, ({ score }) => score)?.interval,
  };
  return Object.fromEntries(Object.entries(found).filter(([, interval]) => interval)) as Intervals;
}
