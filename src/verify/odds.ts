/**
 * Of all findings of a day, the cause's and its controls', how many are the cause's? Given their sum, binomial: what
 * moves both on one day (traffic, a campaign, a lost log) cancels out. Days that differ by more than that are what the
 * dispersion is for (quasi-binomial): a day is one observation, however many findings it has.
 * @see https://en.wikipedia.org/wiki/Difference_in_differences
 * @see https://en.wikipedia.org/wiki/Quasi-likelihood
 */
import type { Row } from './days.js';

const mostSteps = 60;

/** Probability that a finding of this day is the cause's, at a rate. */
const shareAt = ({ exposure, controlExpected }: Row, rate: number): number =>
  (rate * exposure) / (rate * exposure + controlExpected);

const sumOf = ({ events, controlEvents }: Row): number => events + controlEvents;

/**
 * Rate at which the rows are likeliest, in findings per unit of exposure; `ratio` multiplies that of `after`. Newton's
 * steps on the logarithm, where the likelihood is concave. 0 without findings.
 */
export function fitRate(before: readonly Row[], after: readonly Row[] = [], ratio = 1): number {
  const events = before.reduce(addEvents, 0) + after.reduce(addEvents, 0);
  if (events === 0) return 0;
  const usual = before.reduce(addExposure, 0) + ratio * after.reduce(addExposure, 0);
  let log = Math.log(events / Math.max(1e-300, usual));
  for (let step = 0; step < mostSteps; step++) {
    const rate = Math.exp(log);
    const [slope, curve] = derivatives(before, rate);
    const [slopeAfter, curveAfter] = derivatives(after, ratio * rate);
    const move = (slope + slopeAfter) / Math.max(1e-300, curve + curveAfter);
    log += Math.max(-2, Math.min(2, move));
    if (Math.abs(move) < 1e-9) break;
  }
  return Math.exp(log);
}

const addEvents = (sum: number, { events }: Row): number => sum + events;
const addExposure = (sum: number, { exposure }: Row): number => sum + exposure;

/** Slope and curvature of the likelihood by the logarithm of the rate. */
function derivatives(rows: readonly Row[], rate: number): [slope: number, curve: number] {
  let slope = 0;
  let curve = 0;
  for (const row of rows) {
    const share = shareAt(row, rate);
    const expected = sumOf(row) * share;
    slope += row.events - expected;
    curve += expected * (1 - share);
  }
  return [slope, curve];
}

/** Logarithm of the likelihood of rows at a rate, without the terms that do not depend on the rate. */
export function logLikelihood(rows: readonly Row[], rate: number): number {
  return rows.reduce((sum, row) => {
    const share = shareAt(row, rate);
    const own = row.events === 0 ? 0 : row.events * Math.log(share);
    return sum + own + row.controlEvents * Math.log1p(-share);
  }, 0);
}

/** Fisher information of the rows on the logarithm of the rate, for a dispersion of 1. */
export function information(rows: readonly Row[], rate: number): number {
  return rows.reduce((sum, row) => {
    const share = shareAt(row, rate);
    return sum + sumOf(row) * share * (1 - share);
  }, 0);
}

/** What each day has beyond its expectation, in standard deviations of chance (Pearson residuals). */
export function residuals(rows: readonly Row[], rate: number): number[] {
  return rows.map((row) => {
    const share = shareAt(row, rate);
    const spread = Math.sqrt(sumOf(row) * share * (1 - share));
    return spread === 0 ? 0 : (row.events - sumOf(row) * share) / spread;
  });
}
