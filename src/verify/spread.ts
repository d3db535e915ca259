/** How much more days differ than chance alone would have it, and how long a bad stretch lasts. */
import { mean } from 'simple-statistics';
import type { CauseDay } from '../domain/release.js';
import type { Row } from './days.js';
import { exposureOf, total } from './days.js';
import { residuals } from './odds.js';
import { blockDays, fewestBlocks, mostPersistence } from './settings.js';

const rounds = 8;

/** Dispersion of rows around their own rates, before and after apart (Pearson's statistic by its freedom); at least 1. */
export function dispersion(
  before: { rows: readonly Row[]; rate: number },
  after: { rows: readonly Row[]; rate: number },
): { factor: number; freedom: number } {
  const all = [before, after].flatMap(({ rows, rate }) => (rate > 0 ? residuals(rows, rate) : []));
  const rates = Number(before.rate > 0) + Number(after.rate > 0);
  const freedom = Math.max(1, all.length - rates);
  const squares = all.reduce((sum, one) => sum + one * one, 0);
  return { factor: Math.max(1, squares / freedom), freedom };
}

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

/** The usual dispersion of a single cause's days, over all causes; at least 1. */
export function usualDispersion(causes: readonly (readonly CauseDay[])[]): number {
  const series = causes.map(deviations).filter(({ length }) => length > 1);
  const freedom = sumBy(series, ({ length }) => length - 1);
  const squares = sumBy(series, (one) => sumBy(one, (value) => value ** 2));
  return freedom === 0 ? 1 : Math.max(1, squares / freedom);
}
