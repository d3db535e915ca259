/** The rate after against the rate before: how likely each ratio is, profiled over the rate itself. */
import type { Row } from './days.js';
import { fitRate, logLikelihood } from './odds.js';

const bisections = 24;
/** Ratios outside these are as good as nothing, and as anything. */
const widest = Math.log(1e4);

export interface RatioQuestion {
  before: readonly Row[];
  after: readonly Row[];
  /** Variance in units of chance. */
  dispersion: number;
}

/** @returns the likeliest ratio: 0 without findings after, null without any before */
export function likeliestRatio({
  before,
  after,
}: Pick<RatioQuestion, 'before' | 'after'>): number | null {
  const base = fitRate(before);
  return base === 0 || after.length === 0 ? null : fitRate(after) / base;
}

/**
 * Signed root of the likelihood ratio statistic by the dispersion: standard errors between the likeliest ratio and this
 * one, positive where the likeliest is larger. Holds for few findings and for none, where an estimate's error does not.
 * @see https://en.wikipedia.org/wiki/Likelihood-ratio_test
 */
export function errorsFrom(question: RatioQuestion): (ratio: number) => number {
  const { before, after, dispersion } = question;
  const best = likeliestRatio(question) ?? 1;
  const free = logLikelihood(before, fitRate(before)) + logLikelihood(after, fitRate(after));
  return (ratio) => {
    const rate = fitRate(before, after, ratio);
    const held = logLikelihood(before, rate) + logLikelihood(after, ratio * rate);
    return Math.sign(best - ratio) * Math.sqrt(Math.max(0, (2 * (free - held)) / dispersion));
  };
}

/** Ratios that lie less than `errors` standard errors from the likeliest. */
export function ratioInterval(
  question: RatioQuestion,
  errors: number,
): [low: number, high: number] | null {
  const best = likeliestRatio(question);
  if (best === null) return null;
  const distance = errorsFrom(question);
  const beyond = (log: number): boolean => Math.abs(distance(Math.exp(log))) >= errors;
  const centre = best === 0 ? -widest : Math.log(best);
  const low = best === 0 ? 0 : Math.exp(edge(beyond, centre, -1));
  return [low, Math.exp(edge(beyond, centre, 1))];
}

/** Where it begins to be beyond, from the centre in one direction: doubling steps, then bisection. */
function edge(beyond: (log: number) => boolean, centre: number, direction: 1 | -1): number {
  let near = centre;
  let away = centre + direction * 0.25;
  for (let step = 0.25; !beyond(away) && Math.abs(away) < widest; step *= 2) {
    near = away;
    away += direction * step;
  }
  for (let step = 0; step < bisections; step++) {
    const middle = (near + away) / 2;
    if (beyond(middle)) away = middle;
    else near = middle;
  }
  return (near + away) / 2;
}
