/** Hours of one day with far more failures than the same hours of the other days of its kind. */
import { leastRate } from '../stats/least-rate.js';
import { type HourCounts, type Hours, within } from './hours.js';
import { calmShare, calmVariance, minimumExcess, minimumOtherDays } from './settings.js';

export interface Burst {
  day: string;
  from: number;
  to: number;
  n: number;
  failed: number;
  expected: number;
  /** Of overlapping bursts the larger one is told. */
  size: number;
}

interface DayCount {
  day: number;
  n: number;
  failed: number;
  expected: number;
}

/**
 * @param times how many times the usual a burst has at least
 * @param level chance of any false burst among these counts (Bonferroni over all hours of all days)
 */
export function burstsOf(
  counts: HourCounts,
  { days }: Hours,
  { times, level }: { times: number; level: number },
): Burst[] {
  const found: Burst[] = [];
  const cut = level / (days.length * runsOf(counts, days.length));
  for (const weekend of [false, true]) {
    const list = days.flatMap((day, i) => (day.weekend === weekend ? [i] : []));
    if (list.length <= minimumOtherDays) continue;
    for (let from = 0; from < 24; from++) {
      for (let to = from + 1; to <= 24; to++) {
        for (const high of highDays(compared(counts, list, from, to), times, cut)) {
          const { n, failed, expected } = high;
          const size = likelihoodGain(failed, expected);
          found.push({ day: days[high.day]?.day ?? '', from, to, n, failed, expected, size });
        }
      }
    }
  }
  return found;
}

/** Runs of hours that differ in what they hold: those that begin and end with an hour in which there is anybody. */
function runsOf({ sessions }: HourCounts, days: number): number {
  let hours = 0;
  for (let hour = 0; hour < 24; hour++) {
    let day = 0;
    while (day < days && within(sessions, day, hour, hour + 1) === 0) day++;
    if (day < days) hours++;
  }
  return Math.max(1, (hours * (hours + 1)) / 2);
}

function highDays(usual: readonly DayCount[], times: number, cut: number): DayCount[] {
  const high = usual.filter(
    ({ failed, expected }) => failed - expected >= minimumExcess && failed >= times * expected,
  );
  if (high.length === 0) return [];
  const dispersion = dispersionOf(usual);
  return high.filter(({ n, failed, expected }) => {
    const size = n / dispersion;
    return expected / Math.max(1, n) <= leastRate(failed / dispersion, size, cut);
  });
}

/**
 * Kulldorff's scan statistic for a Poisson rate: log likelihood with the burst less that without. Of overlapping hours
 * it is highest where they hold all of the burst and nothing else.
 */
const likelihoodGain = (failed: number, expected: number): number =>
  failed * Math.log(failed / expected) - (failed - expected);

/** Each day's hours against the same hours of the other days. */
function compared(
  counts: HourCounts,
  list: readonly number[],
  from: number,
  to: number,
): DayCount[] {
  let n = 0;
  let failed = 0;
  const own = list.map((day) => {
    const here = {
      day,
      n: within(counts.sessions, day, from, to),
      failed: within(counts.failed, day, from, to),
      expected: 0,
    };
    n += here.n;
    failed += here.failed;
    return here;
  });
  // Half a failure more than was seen: hours that never failed before may fail once.
  for (const day of own)
    day.expected = (day.n * (failed - day.failed + 0.5)) / Math.max(1, n - day.n + 0.5);
  return own;
}

/** How much more the days differ than counts of a single rate would. */
function dispersionOf(days: readonly DayCount[]): number {
  const rateOf = ({ n, failed }: DayCount): number => failed / Math.max(1, n);
  const seen = days.filter(({ n }) => n > 0).sort((a, b) => rateOf(a) - rateOf(b));
  const calm = seen.slice(0, Math.max(2, Math.ceil(calmShare * seen.length)));
  const rate = sumOf(calm, 'failed') / Math.max(1, sumOf(calm, 'n'));
  const squares = calm.map(
    ({ n, failed }) => (failed - n * rate) ** 2 / Math.max(1e-9, n * rate * (1 - rate)),
  );
  const spread = squares.reduce((a, b) => a + b, 0) / Math.max(1, squares.length - 1);
  return Math.max(1, spread / calmVariance);
}

const sumOf = (days: readonly DayCount[], what: 'n' | 'failed'): number =>
  days.reduce((sum, day) => sum + day[what], 0);
