/** How many days a halved rate takes to be shown, from what is known on the day of the release. */
import normalQuantile from '@stdlib/stats-base-dists-normal-quantile';
import { boundary } from './boundary.js';

/** Nobody waits for longer than this. */
export const mostDays = 84;
export const leastDays = 7;
/** The usual promise; looks before the end add to it. */
const power = 0.8;
const halved = 0.5;

export interface Known {
  /** Information on the logarithm of the rate, dispersion taken off: of all days before, and of one day at that rate. */
  before: number;
  aDay: number;
  /** Degrees of freedom of the days before. */
  freedom: number;
}

/** Information on the logarithm of the ratio after some days at a share of the old rate. */
export const informationAfter = ({ before, aDay }: Known, days: number, share = 1): number =>
  1 / (1 / before + 1 / (days * aDay * share));

/** @returns days after the release, from 7 to 84; null where a halved rate cannot be shown in that time */
export function daysNeeded(known: Known): number | null {
  if (known.before <= 0 || known.aDay <= 0) return null;
  const z = normalQuantile(power, 0, 1);
  for (let days = leastDays; days <= mostDays; days++) {
    const needed = boundary(1, known.freedom + days - 1) + z;
    const errors = -Math.log(halved) * Math.sqrt(informationAfter(known, days, halved));
    if (errors >= needed) return days;
  }
  return null;
}
