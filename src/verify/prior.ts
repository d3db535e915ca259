/**
 * Regression to the mean: tickets are chosen because they were bad, so part of how bad they were was chance, and goes
 * by itself. The rates of all causes say how much: their spread beyond chance is a gamma distribution, and it enters the
 * baseline as findings that nobody saw (empirical Bayes, gamma-Poisson; spread by DerSimonian and Laird's moments). What
 * follows from the data and all causes alike is not swayed by which cause was picked for its data.
 * @see https://en.wikipedia.org/wiki/Empirical_Bayes_method
 */
import type { CauseDay } from '../domain/release.js';
import { exposureOf, total } from './days.js';
import { fewestCauses, leastSpread } from './settings.js';

/** Findings and exposure that the prior is worth; 0 of both where too few causes tell. */
export interface Prior {
  events: number;
  exposure: number;
}

/** @param causes the days before the release of every cause with the same basis, the ticket's own among them */
export function priorOf(causes: readonly (readonly CauseDay[])[], dispersion: number): Prior {
  const sums = causes
    .map((days) => ({ events: total(days), exposure: exposureOf(days) }))
    .filter(({ exposure }) => exposure > 0);
  const all = sums.reduce((sum, one) => sum + one.exposure, 0);
  const mean = sums.reduce((sum, one) => sum + one.events, 0) / Math.max(1e-12, all);
  if (sums.length < fewestCauses || mean === 0) return { events: 0, exposure: 0 };
  const weights = sums.map(({ exposure }) => exposure / (dispersion * mean));
  const weight = weights.reduce((a, b) => a + b, 0);
  const q = sums.reduce(
    (sum, { events, exposure }, i) => sum + (weights[i] ?? 0) * (events / exposure - mean) ** 2,
    0,
  );
  const scale = weight - weights.reduce((sum, one) => sum + one ** 2, 0) / weight;
  const found = (q - (sums.length - 1)) / Math.max(1e-12, scale);
  const between = Math.max((leastSpread * mean) ** 2, found);
  return { events: mean ** 2 / between, exposure: mean / between };
}
