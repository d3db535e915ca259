/** How much more days differ than chance alone would have it, and how long a bad stretch lasts. */
import { mean } from 'simple-statistics';
import type { CauseDay } from '../domain/release.js';
import type { Row } from './days.js';
import { exposureOf, total } from './days.js';
import { residuals } from './odds.js';
import { blockDays, fewestBlocks, mostLent, mostPersistence } from './settings.js';

const rounds = 8;

interface Rated {
  rows: readonly Row[];
  rate: number;
}

/**
 * Dispersion of rows around their own rates, before and after apart (Pearson's statistic by its freedom), moderated by
 * what is usual; at least 1.
 */
export function dispersion(
  before: Rated,
  after: Rated,
  usual?: UsualDispersion,
): { factor: number; freedom: number } {
  const all = [before, after].flatMap(({ rows, rate }) => (rate > 0 ? residuals(rows, rate) : []));
  const rates = Number(before.rate > 0) + Number(after.rate > 0);
  const own = Math.max(1, all.length - rates);
  const squares = sumBy(all, (one) => one ** 2);
  const lent = usual?.freedom ?? 0;
  const freedom = own + lent;
  const expected = usual ? usual.at(findingsADay(before.rows)) : 1;
  return { factor: Math.max(1, (squares + lent * expected) / freedom), freedom };
}

const findingsADay = (rows: readonly Row[]): number =>
  sumBy(rows, ({ events }) => events) / Math.max(1, rows.length);

/**
 * How many times more the sum of many days varies than days apart would, over all causes together: a bad day that is
 * followed by bad days is less evidence than its days. What a day leaves to the next fades by a constant factor; that
 * and its size are read from neighbouring days and from the sums of weeks. At least 1; 1 where there is too little.
 * @see https://en.wikipedia.org/wiki/Autoregressive_model
 */
export function persistence(causes: readonly (readonly CauseDay[])[]): number {
  const series = causes.flatMap((days) => {
    const chance = deviations(days);
    return chance.length < 2 * blockDays ? [] : [chance];
  });
  const days = series.reduce((sum, one) => sum + one.length, 0);
  if (days < fewestBlocks * blockDays) return 1;
  const scale = sumBy(series, (one) => sumBy(one, (value) => value ** 2)) / days;
  const next = mean(series.flatMap((one) => one.slice(1).map((value, i) => value * (one[i] ?? 0))));
  const weeks = mean(series.flatMap(blocks).map((sum) => sum ** 2 / blockDays));
  // The mean of a series is taken off, and with it part of what lasts: as much as the answer says.
  const taken = series.length / days;
  let answer = 1;
  for (let round = 0; round < rounds; round++) {
    const lag = next / scale + answer * taken;
    const week = weeks / scale + answer * taken * blockDays;
    answer = Math.min(mostPersistence, extrapolate(lag, week));
  }
  return answer;
}

/** @param lag correlation of neighbouring days; @param week variance of a week's sum, in units of seven days apart */
function extrapolate(lag: number, week: number): number {
  if (week <= 1) return 1;
  if (lag <= 0) return week;
  const seen = (fading: number): number => {
    let sum = 0;
    for (let k = 1; k < blockDays; k++) sum += (1 - k / blockDays) * fading ** (k - 1);
    return 1 + 2 * lag * sum;
  };
  let low = 0;
  let high = 0.9;
  for (let step = 0; step < 30; step++) {
    const middle = (low + high) / 2;
    if (seen(middle) < week) low = middle;
    else high = middle;
  }
  return Math.max(week, 1 + (2 * lag) / (1 - low));
}

/** What each day has beyond the cause's own rate, in standard deviations of chance. */
function deviations(days: readonly CauseDay[]): number[] {
  const rate = total(days) / Math.max(1e-12, exposureOf(days));
  if (rate === 0) return [];
  return days.map(({ events, exposure }) => {
    const expected = rate * exposure;
    return (events - expected) / Math.sqrt(expected);
  });
}

function blocks(values: readonly number[]): number[] {
  const sums: number[] = [];
  for (let end = values.length; end >= blockDays; end -= blockDays)
    sums.push(sumBy(values.slice(end - blockDays, end), (value) => value));
  return sums;
}

const sumBy = <T>(list: readonly T[], of: (item: T) => number): number =>
  list.reduce((sum, item) => sum + of(item), 0);

/** What the dispersion of a cause's days usually is. */
export interface UsualDispersion {
  /** Of all causes together; at least 1. */
  overall: number;
  /** At so many findings a day: what a day adds to chance grows with them (negative binomial); at least 1. */
  at(findingsADay: number): number;
  /** How many days of the cause's own that is worth, 0 where it says nothing. */
  freedom: number;
}

/**
 * Over all causes: from four weeks of one cause its dispersion is known to a quarter, and every error of it is days of
 * waiting. How far causes lie from what is usual, beyond chance, says what the usual one is worth.
 * @see https://doi.org/10.2202/1544-6115.1027 (Smyth 2004, moderated variances; there by logarithms, here by moments)
 */
export function usualDispersion(causes: readonly (readonly CauseDay[])[]): UsualDispersion {
  const seen = causes.flatMap((days) => {
    const chance = deviations(days);
    const freedom = chance.length - 1;
    if (freedom < 1) return [];
    return [
      { freedom, squares: sumBy(chance, (one) => one ** 2), mean: total(days) / days.length },
    ];
  });
  const weight = sumBy(seen, ({ freedom, mean }) => freedom * mean);
  const beyond = sumBy(seen, ({ squares, freedom }) => squares - freedom);
  const extra = weight === 0 ? 0 : Math.max(0, beyond / weight);
  const at = (findingsADay: number): number => 1 + extra * findingsADay;
  const all = sumBy(seen, ({ freedom }) => freedom);
  // Variance of Pearson's statistic of Poisson counts: twice its freedom, and the more the rarer they are.
  const spread = sumBy(seen, ({ squares, freedom, mean }) => {
    const apart = squares / freedom / at(mean) - 1;
    return freedom * apart ** 2 - 2 - 1 / mean;
  });
  if (all === 0) return { overall: 1, at, freedom: 0 };
  const overall = Math.max(1, 1 + beyond / all);
  return { overall, at, freedom: Math.round(Math.min(mostLent, 2 / Math.max(1e-9, spread / all))) };
}
