/** A cause's days beside those of causes that nobody repaired, as rows that one model reads. */

import type { CauseDay, CauseDays } from '../domain/release.js';
import { isWeekend } from '../lib/calendar.js';
import { seasonInertia, timesOwnFindings } from './settings.js';

/** One day: findings of the cause and of the controls, and what each would have at its usual rate. */
export interface Row {
  events: number;
  /** The cause's exposure, corrected for the kind of day. */
  exposure: number;
  controlEvents: number;
  controlExpected: number;
}

export interface Compared {
  before: Row[];
  after: Row[];
  /** Causes that it is compared with. */
  controls: number;
  /** The one of them with most findings. */
  largest?: string;
}

/** Stands for certainty where there is no control: a count whose own noise is nothing. */
export const certain = 1e9;

/** Days that were looked at and had sessions; `first` and `last` are local dates, both inclusive. */
export function between(days: readonly CauseDay[], first: string, last: string): CauseDay[] {
  return days.filter(({ day, exposure }) => day >= first && day <= last && exposure > 0);
}

/**
 * Rows of the days on which cause and controls were all looked at. Controls are of the same category where those have
 * findings enough (what disturbs a detector disturbs them too), else of the same owner, else any.
 */
export function compare(
  cause: CauseDays,
  others: readonly CauseDays[],
  spans: { before: [string, string]; after: [string, string] },
): Compared {
  const before = between(cause.days, ...spans.before);
  const after = between(cause.days, ...spans.after);
  const seasonal = seasons(before);
  const chosen = chooseControls(cause, others, [...before, ...after], total(before));
  const control = controlDays(chosen, new Set(before.map(({ day }) => day)));
  const rows = (days: readonly CauseDay[]): Row[] =>
    days.map(({ day, events, exposure }) => {
      const own = control.get(day);
      return {
        events,
        exposure: exposure * seasonal(day),
        controlEvents: own?.events ?? certain,
        controlExpected: own?.exposure ?? certain,
      };
    });
  const [largest] = [...chosen].sort((a, b) => total(b.days) - total(a.days));
  return {
    before: rows(before),
    after: rows(after),
    controls: chosen.length,
    ...(largest && { largest: largest.id }),
  };
}

function chooseControls(
  cause: CauseDays,
  others: readonly CauseDays[],
  days: readonly CauseDay[],
  own: number,
): CauseDays[] {
  const wanted = new Set(days.map(({ day }) => day));
  const seen = others.flatMap((other) => {
    const shared = other.days.filter(({ day }) => wanted.has(day));
    return shared.length === wanted.size ? [{ ...other, days: shared }] : [];
  });
  const circles = [
    seen.filter(({ category }) => category === cause.category),
    seen.filter(({ owner }) => owner === cause.owner),
    seen,
  ];
  const findings = (list: readonly CauseDays[]): number =>
    list.reduce((sum, other) => sum + total(other.days), 0);
  return circles.find((list) => list.length > 0 && findings(list) >= timesOwnFindings * own) ?? [];
}

/** By day, the controls' findings and how many their rates before the release would make. */
function controlDays(
  controls: readonly CauseDays[],
  before: ReadonlySet<string>,
): Map<string, CauseDay> {
  const sums = new Map<string, CauseDay>();
  for (const { days } of controls) {
    const base = days.filter(({ day }) => before.has(day));
    const rate = total(base) / Math.max(1e-12, exposureOf(base));
    for (const { day, events, exposure } of days) {
      const sum = sums.get(day) ?? { day, events: 0, exposure: 0 };
      sums.set(day, sum);
      sum.events += events;
      sum.exposure += rate * exposure;
    }
  }
  const seasonal = seasons([...sums.values()].filter(({ day }) => before.has(day)));
  for (const sum of sums.values()) sum.exposure *= seasonal(sum.day);
  return sums;
}

/** How much higher the rate is at weekends, and on other days, than on average: 1 where nothing tells. */
function seasons(days: readonly CauseDay[]): (day: string) => number {
  const rate = total(days) / Math.max(1e-12, exposureOf(days));
  const factor = (weekend: boolean): number => {
    const own = days.filter(({ day }) => isWeekend(day) === weekend);
    return (total(own) + seasonInertia) / (rate * exposureOf(own) + seasonInertia);
  };
  const factors = { weekend: factor(true), other: factor(false) };
  return (day) => (isWeekend(day) ? factors.weekend : factors.other);
}

export const total = (days: readonly CauseDay[]): number =>
  days.reduce((sum, { events }) => sum + events, 0);

export const exposureOf = (days: readonly CauseDay[]): number =>
  days.reduce((sum, { exposure }) => sum + exposure, 0);
