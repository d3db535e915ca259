/** How many days a fall takes to be shown, from what is known on the day of the release. */
import normalQuantile from '@stdlib/stats-base-dists-normal-quantile';
import { boundary } from './boundary.js';
import { firstPart, halved, leastDays, mostDays, nearlyGone, power, soonDays } from './settings.js';

export interface KnownRates {
  /** Information on the logarithm of the rate, dispersion taken off: of all days before, and of one day at that rate. */
  before: number;
  aDay: number;
  /** Degrees of freedom of the days before. */
  freedom: number;
}

/** Information on the logarithm of the ratio after some days at a share of the old rate. */
export const informationAfter = ({ before, aDay }: KnownRates, days: number, share = 1): number =>
  1 / (1 / before + 1 / (days * aDay * share));

/** Looks every night up to a day, at a part of the level of all. */
interface Stage {
  end: number;
  part: number;
}

export interface VerificationPlan {
  /** Days after the release until a halved rate shows, or, where that takes too long, one that is nearly gone. */
  announced: number | null;
  /** Until when a halved rate is waited for; `mostDays` where it would not show even then. */
  end: number;
  stages: Stage[];
}

/**
 * One test with its end where a halved rate shows; else two that share the level: the first ends where a large fall shows,
 * the second goes on for smaller ones. The level of both together is that of one (Bonferroni).
 */
export function planFor(known: KnownRates): VerificationPlan {
  const single = daysNeeded(known);
  const alone: VerificationPlan = {
    announced: single,
    end: single ?? mostDays,
    stages: [{ end: single ?? mostDays, part: 1 }],
  };
  if (single !== null && single <= soonDays) return alone;
  const first = daysNeeded(known, nearlyGone, firstPart);
  if (first === null || (single !== null && first > soonDays)) return alone;
  const end = daysNeeded(known, halved, 1 - firstPart) ?? mostDays;
  return {
    announced: first,
    end,
    stages: [
      { end: first, part: firstPart },
      { end, part: 1 - firstPart },
    ],
  };
}

/** @returns days after the release, from 7 to 84; null where such a fall cannot be shown in that time */
export function daysNeeded(known: KnownRates, left = halved, part = 1): number | null {
  if (known.before <= 0 || known.aDay <= 0) return null;
  const z = normalQuantile(power, 0, 1);
  for (let days = leastDays; days <= mostDays; days++) {
    const needed = boundary(1, known.freedom + days - 1, part) + z;
    if (errorsExpected(known, days, left) >= needed) return days;
  }
  return null;
}

/**
 * Standard errors by which the rate will seem to have fallen: the signed root of the likelihood ratio of two Poisson counts
 * at the findings that are expected, which is what the verdict reads. An estimate by its standard error would announce a
 * large fall of a rare finding for two to three times as many days as the verdict takes.
 */
function errorsExpected({ before, aDay }: KnownRates, days: number, left: number): number {
  const after = left * aDay * days;
  const daysBefore = before / aDay;
  const rate = (before + after) / (daysBefore + days);
  const apart = before * Math.log(aDay / rate) + after * Math.log((left * aDay) / rate);
  return Math.sqrt(2 * Math.max(0, apart));
}
