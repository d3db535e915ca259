/** Expectation maximisation on the bot's own night, with the one-to-one posterior as the expectation. */
import type { Comparison } from './comparison.js';
import { matchingMarginals } from './marginals.js';
import { type LinkModel, levelBits, priorBits, returnBits, returnShare } from './model.js';
import { type LevelledPairs, pruneUnlikelyPairs } from './pairs.js';
import {
  iterations,
  mostReturns,
  negligible,
  quick,
  settledShare,
  startingTrust,
  warmUpIterations,
} from './settings.js';

/** Pairs that are known to be the same journey. */
export interface KnownLevels {
  /** Counts by comparison and level. */
  levels: readonly (readonly number[])[];
  /** How many of them were found without a key on earlier nights. */
  held: number;
}

export function startingModel(comparisons: readonly Comparison[]): LinkModel {
  return {
    found: 0.8,
    single: 0.5,
    // High on purpose: late contacts of the same customer can be read as long waits or as returns, and learning starts
    // from the reading that claims less.
    returns: mostReturns,
    m: comparisons.map((c) => [0, ...c.startingM]),
    u: comparisons.map((c) => [0, ...c.startingU]),
    temper: comparisons.map(({ temper = 1 }) => temper),
  };
}

/** Learns m, u and the shares, and returns them with the pairs that came into question and their posterior. */
export function learn(
  all: LevelledPairs,
  comparisons: readonly Comparison[],
  known: KnownLevels,
): { model: LinkModel; pairs: LevelledPairs; probability: Float64Array } {
  const start = startingModel(comparisons);
  let model = { ...start, u: unrelated(all, comparisons, null, start, all.handoffs.length / 2) };
  const first = pairOdds(all, comparisons, model);
  let pairs = pruneUnlikelyPairs(all, first.odds, negligible / 1000, strangers(all, null));
  let expected = expect(pairs, comparisons, model);
  for (let i = 0; i < iterations; i++) {
    const next = maximise(pairs, comparisons, expected, known, start);
    const change = furthest(model, next);
    model = next;
    expected = expect(pairs, comparisons, model);
    if (i === warmUpIterations) {
      pairs = pruneUnlikelyPairs(pairs, expected.odds, negligible, strangers(pairs, expected));
      expected = expect(pairs, comparisons, model);
    }
    if (i > warmUpIterations && change < settledShare) break;
  }
  return { model, pairs, probability: expected.probability };
}

interface Expected {
  /** Of each pair, against both of its sides staying single. */
  odds: Float64Array;
  /** That it is one journey; */
  probability: Float64Array;
  /** that, where it is none, it is the same customer all the same. */
  again: Float64Array;
  /** That nobody brought the contact; by contact. */
  single: Float64Array;
}

function expect(
  pairs: LevelledPairs,
  comparisons: readonly Comparison[],
  model: LinkModel,
): Expected {
  const { contact, owned } = pairs;
  const { odds, again } = pairOdds(pairs, comparisons, model);
  const probability = matchingMarginals({ ...pairs, contacts: owned.length }, odds, quick);
  const single = new Float64Array(owned.length).fill(1);
  for (let p = 0; p < contact.length; p++) {
    const c = contact[p] as number;
    single[c] = Math.max(0, (single[c] as number) - (probability[p] as number));
  }
  return { odds, again, probability, single };
}

function pairOdds(
  { start, contact, levels, candidates }: LevelledPairs,
  comparisons: readonly Comparison[],
  model: LinkModel,
): { odds: Float64Array; again: Float64Array } {
  const odds = new Float64Array(contact.length);
  const again = new Float64Array(contact.length);
  levels.forEach((column, k) => {
    const bits = Float64Array.from(model.m[k] ?? [], (_m, level) => levelBits(model, k, level));
    const ofCustomer = comparisons[k]?.evidenceAbout === 'customer';
    for (let p = 0; p < column.length; p++) {
      const own = bits[column[p] as number] as number;
      odds[p] = (odds[p] as number) + own;
      if (ofCustomer) again[p] = (again[p] as number) + own;
    }
  });
  for (let row = 0; row + 1 < start.length; row++) {
    const prior = priorBits(model, candidates[row] as number);
    const share = returnShare(model, candidates[row] as number);
    for (let p = start[row] as number; p < (start[row + 1] as number); p++) {
      const penalty = returnBits(share, again[p] as number);
      odds[p] = 2 ** Math.min(prior + (odds[p] as number) - penalty, 60);
      // penalty = log2(1 - share + same), so same / (1 - share + same) is what it leaves of one.
      again[p] = penalty === 0 ? 0 : 1 - (1 - share) / 2 ** penalty;
    }
  }
  return { odds, again };
}

function maximise(
  pairs: LevelledPairs,
  comparisons: readonly Comparison[],
  expected: Expected,
  known: KnownLevels,
  start: LinkModel,
): LinkModel {
  const { probability } = expected;
  const inCore = coreOf(pairs);
  const m = comparisons.map(({ ordered, shape }, k) => {
    const counts = (start.m[k] ?? []).map((_, level) => known.levels[k]?.[level] ?? 0);
    const column = pairs.levels[k] as Uint8Array;
    for (let p = 0; p < column.length; p++) {
      const level = column[p] as number;
      counts[level] = (counts[level] ?? 0) + (inCore[p] as number) * (probability[p] as number);
    }
    if (shape) return [0, ...shape(counts.slice(1))];
    const seen = ordered ? smoothed(counts) : counts;
    return shares(seen.map((n, level) => n + startingTrust * (start.m[k]?.[level] ?? 0)));
  });
  const { rows, matched, alone, back } = coreSums(pairs, expected);
  // Nine in ten is what contact centres record; a night of few handoffs should not leave that far behind.
  const held = (known.held * rows) / pairs.handoffs.length;
  const found = Math.min(0.995, (matched + held + 9) / (rows + held + 10));
  const returns = Math.min(mostReturns, (back + 0.3) / (alone + 1));
  const u = unrelated(pairs, comparisons, expected, start, matched);
  return { found, single: singleShare(pairs, expected), returns, m, u, temper: start.temper };
}

/** Of each pair, whether its row counts. */
function coreOf({ start, core, contact }: LevelledPairs): Uint8Array {
  const inCore = new Uint8Array(contact.length);
  core.forEach((own, row) => {
    inCore.fill(own, start[row], start[row + 1]);
  });
  return inCore;
}

/** Of the rows that count: how many, how many were taken and how many by nobody, and the returns of these, as expected. */
function coreSums({ start, core }: LevelledPairs, { probability, again }: Expected) {
  const sums = { rows: 0, matched: 0, alone: 0, back: 0 };
  for (let row = 0; row + 1 < start.length; row++) {
    if (core[row] === 0) continue;
    let taken = 0;
    let returned = 0;
    for (let p = start[row] as number; p < (start[row + 1] as number); p++) {
      taken += probability[p] as number;
      returned += again[p] as number;
    }
    const single = Math.max(0, 1 - taken);
    sums.rows++;
    sums.matched += taken;
    sums.alone += single;
    sums.back += single * returned;
  }
  return sums;
}

/** Each level lends a quarter to either neighbour; the "missing" level (0) takes no part. */
function smoothed(counts: readonly number[]): number[] {
  const last = counts.length - 1;
  const at = (level: number) => counts[Math.min(Math.max(level, 1), last)] ?? 0;
  return counts.map((n, level) =>
    level === 0 ? n : 0.25 * at(level - 1) + 0.5 * at(level) + 0.25 * at(level + 1),
  );
}

function singleShare({ owned }: LevelledPairs, { single }: Expected): number {
  let all = 0;
  let alone = 0;
  for (let c = 0; c < owned.length; c++) {
    if (owned[c] === 0) continue;
    all++;
    alone += single[c] as number;
  }
  return (alone + 5) / (all + 10);
}

/** How much a pair counts as unrelated: its contact came by itself, from another customer. */
function strangers(
  { contact, owned }: LevelledPairs,
  expected: Expected | null,
): (p: number) => number {
  return (p) => {
    const c = contact[p] as number;
    if (owned[c] === 0) return 0;
    return expected ? (expected.single[c] as number) * (1 - (expected.again[p] as number)) : 1;
  };
}

/** Shares of the levels among unrelated pairs. */
function unrelated(
  pairs: LevelledPairs,
  comparisons: readonly Comparison[],
  expected: Expected | null,
  start: LinkModel,
  matched: number,
): number[][] {
  const borrowed = startingTrust / (matched + startingTrust);
  const weight = strangers(pairs, expected);
  return comparisons.map((_, k) => {
    const usual = start.u[k] ?? [];
    const counts = usual.map((_share, level) => pairs.pruned[k]?.[level] ?? 0);
    const column = pairs.levels[k] as Uint8Array;
    for (let p = 0; p < column.length; p++) {
      const level = column[p] as number;
      counts[level] = (counts[level] as number) + weight(p);
    }
    const seen = shares(counts);
    const own = seen.some((share) => share > 0) ? 1 - borrowed : 0;
    return usual.map((share, level) => (1 - own) * share + own * (seen[level] ?? 0));
  });
}

function furthest(a: LinkModel, b: LinkModel): number {
  const flat = (model: LinkModel) => [
    model.found,
    model.single,
    model.returns,
    ...model.m.flat(),
    ...model.u.flat(),
  ];
  const before = flat(a);
  return Math.max(...flat(b).map((share, i) => Math.abs(share - (before[i] ?? 0))));
}

/** Counts to shares, the "missing" level left out. */
function shares(counts: readonly number[]): number[] {
  const total = counts.reduce((sum, count, level) => (level === 0 ? sum : sum + count), 0);
  return counts.map((count, level) => (level === 0 || total === 0 ? 0 : count / total));
}
