import cdf from '@stdlib/stats-base-dists-normal-cdf';
import type { Comparison } from '../comparison.js';
import { leastWaitSpread, unusualWaitShare } from '../settings.js';

/** Upper ends in seconds: half octaves, since waits are spread by factors; below 0 the clocks still disagree. */
const ends = [
  -60,
  -20,
  -5,
  0,
  1,
  2,
  3,
  4,
  6,
  8,
  11,
  16,
  23,
  32,
  45,
  64,
  90,
  128,
  181,
  256,
  362,
  512,
  724,
  1024,
  1448,
  2048,
  2896,
  4096,
  8192,
  Number.POSITIVE_INFINITY,
];

/** Before anything is known: any time up to half an hour, the shorter the likelier; hardly before the handoff. */
function startingShare(end: number): number {
  if (end <= -5) return 0.3;
  if (end <= 512) return end <= 0 ? 0.6 : 1;
  return end <= 2048 ? 0.5 : 0.1;
}
/** Unrelated contacts come at any time: each level gets its seconds, of two hours and a half. */
const seconds = (end: number, i: number): number =>
  Math.min(end, 9000) - Math.max(ends[i - 1] ?? -120, -120);

function sharesOf(weights: readonly number[]): number[] {
  const sum = weights.reduce((a, b) => a + b, 0);
  return weights.map((weight) => weight / sum);
}

/** Levels by whole second, so that the search is done once. */
const [low, high] = [-61, 8193];
const table = Uint8Array.from({ length: high - low + 1 }, (_, i) => {
  const seconds = low + i;
  return 1 + ends.findIndex((end) => seconds <= end);
});

/** Seconds between the handoff and the contact's entry in the queue, once the clocks agree. */
export const waiting: Comparison = {
  id: 'waiting',
  evidenceAbout: 'moment',
  levels: [
    'missing',
    ...ends.map((end) =>
      end < 0
        ? `${-end} s or more before the handoff`
        : end === 0
          ? 'just before the handoff'
          : end === Number.POSITIVE_INFINITY
            ? 'longer'
            : `up to ${end} s`,
    ),
  ],
  startingM: sharesOf(ends.map(startingShare)),
  startingU: sharesOf(ends.map(seconds)),
  shape: splitLogNormal,
  bound: { by: 'wait', ends },
  prepare({ handoffs, contacts }) {
    const a = Float64Array.from(handoffs, ({ at }) => at);
    const b = Float64Array.from(contacts, ({ at }) => at);
    return (h, c) => {
      const seconds = Math.ceil(((b[c] as number) - (a[h] as number)) / 1000);
      return table[Math.min(Math.max(seconds, low), high) - low] as number;
    };
  },
};

const positive = ends.indexOf(0) + 1;
/** Ends of the levels above zero as logarithms; the first begins at a quarter of a second. */
const logs = [0.25, ...ends.slice(positive)].map(Math.log);

/**
 * Waits are log-normal, with a spread of its own on either side of the median, fitted by quantiles: a free histogram would
 * take customers who come back after half an hour for customers who waited that long.
 */
function splitLogNormal(counts: readonly number[]): number[] {
  const total = counts.reduce((a, b) => a + b, 0);
  const usual = waiting.startingM;
  if (total === 0) return [...usual];
  const after = counts.slice(positive);
  const waited = after.reduce((a, b) => a + b, 0);
  const quantile = quantilesOf(after, waited);
  const median = quantile(0.5);
  const below = Math.max(leastWaitSpread, (median - quantile(0.25)) / 0.6745);
  const above = Math.max(
    leastWaitSpread,
    (quantile(0.75) - median) / 0.6745,
    (quantile(0.9) - median) / 1.2816,
  );
  const at = (x: number): number => cdf((x - median) / (x < median ? below : above), 0, 1);
  return counts.map((count, level) => {
    const i = level - positive;
    const mass = i < 0 ? 0 : (at(logs[i + 1] ?? 0) - (i === 0 ? 0 : at(logs[i] ?? 0))) * waited;
    const share = (i < 0 ? count : mass) / total;
    return (1 - unusualWaitShare) * share + unusualWaitShare * (usual[level] ?? 0);
  });
}

/** Quantiles of the logarithm, even within a level. */
function quantilesOf(counts: readonly number[], total: number): (p: number) => number {
  return (p) => {
    let rest = p * total;
    for (let i = 0; i < counts.length; i++) {
      const n = counts[i] ?? 0;
      const [from, to] = [logs[i] ?? 0, Math.min(logs[i + 1] ?? 0, Math.log(high * 2))];
      if (rest <= n) return n === 0 ? from : from + ((to - from) * rest) / n;
      rest -= n;
    }
    return Math.log(high);
  };
}
