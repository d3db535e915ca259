/**
 * Fellegi-Sunter weights learned on the bot's own night: m = P(level | same journey), u = P(level | unrelated), by
 * expectation maximisation with the one-to-one posterior as the expectation (method: splink's topic guides,
 * https://moj-analytical-services.github.io/splink/topic_guides/theory/fellegi_sunter.html).
 */
import type { Candidates } from './candidates.js';
import type { Comparison } from './comparison.js';
import { matchingMarginals } from './matching.js';

export interface LinkModel {
  /** Share of handoffs whose contact is among the candidates. */
  found: number;
  /** By comparison, then level; the "missing" level (0) is never used. */
  m: number[][];
  u: number[][];
}

/** Pairs that are known to be the same journey (they share a key): counts by comparison and level. */
export type KnownLevels = number[][];

const iterations = 12;
/** A model whose shares move by less than this is learned. */
const settled = 0.002;
/** Pseudo-counts in favour of the starting values: what little data cannot say, they say. */
const trust = 20;

export function startingModel(comparisons: readonly Comparison[]): LinkModel {
  const flat = (c: Comparison) =>
    c.levels.map((_, level) => (level === 0 ? 0 : 1 / (c.levels.length - 1)));
  return {
    found: 0.8,
    m: comparisons.map((c) => [0, ...c.startingM]),
    u: comparisons.map(flat),
  };
}

/** Learns m, u and the share found, and returns them with the posterior of every pair. */
export function learn(
  candidates: Candidates,
  comparisons: readonly Comparison[],
  known: KnownLevels,
): { model: LinkModel; probability: Float64Array } {
  const start = startingModel(comparisons);
  let model: LinkModel = { ...start, u: unrelated(candidates, comparisons, null, start) };
  let probability = expect(candidates, model);
  for (let i = 0; i < iterations; i++) {
    const next = maximise(candidates, comparisons, probability, known, start);
    const change = furthest(model, next);
    model = next;
    probability = expect(candidates, model);
    if (change < settled) break;
  }
  return { model, probability };
}

/** log2 of a pair's odds before any comparison, given how many candidates the handoff has. */
export function priorBits({ found }: LinkModel, candidateCount: number): number {
  return Math.log2(found / (1 - found) / Math.max(1, candidateCount));
}

/** log2 (m / u) of a level; missing weighs nothing. */
export function levelBits(model: LinkModel, comparison: number, level: number): number {
  if (level === 0) return 0;
  const m = model.m[comparison]?.[level] ?? 1;
  const u = model.u[comparison]?.[level] ?? 1;
  return Math.log2(m / u);
}

/** Odds below this take nothing from any rival; leaving such pairs out of the matching keeps crowded hours cheap. */
const negligible = 1e-5;

function expect(candidates: Candidates, model: LinkModel): Float64Array {
  const odds = pairOdds(candidates, model);
  const { start, contact, contacts } = candidates;
  const kept: number[] = [];
  const keptStart = new Uint32Array(start.length);
  for (let h = 0; h + 1 < start.length; h++) {
    for (let p = start[h] as number; p < (start[h + 1] as number); p++) {
      if ((odds[p] as number) > negligible) kept.push(p);
    }
    keptStart[h + 1] = kept.length;
  }
  const graph = {
    start: keptStart,
    contact: Uint32Array.from(kept, (p) => contact[p] as number),
    contacts: contacts.length,
  };
  const marginals = matchingMarginals(
    graph,
    Float64Array.from(kept, (p) => odds[p] as number),
  );
  const probability = new Float64Array(odds.length);
  kept.forEach((p, i) => {
    probability[p] = marginals[i] as number;
  });
  return probability;
}

/** Odds of every pair against both of its sides staying single. */
function pairOdds({ start, contact, levels }: Candidates, model: LinkModel): Float64Array {
  const bits = levels.map((_, k) =>
    Float64Array.from(model.m[k] ?? [], (_m, level) => levelBits(model, k, level)),
  );
  const odds = new Float64Array(contact.length);
  for (let h = 0; h + 1 < start.length; h++) {
    const [first, end] = [start[h] as number, start[h + 1] as number];
    odds.fill(priorBits(model, end - first), first, end);
  }
  levels.forEach((column, k) => {
    const own = bits[k] as Float64Array;
    for (let p = 0; p < column.length; p++) {
      odds[p] = (odds[p] as number) + (own[column[p] as number] as number);
    }
  });
  return odds.map((score) => 2 ** Math.min(score, 60));
}

function maximise(
  candidates: Candidates,
  comparisons: readonly Comparison[],
  probability: Float64Array,
  known: KnownLevels,
  start: LinkModel,
): LinkModel {
  const { levels, handoffs } = candidates;
  const m = comparisons.map((_, k) => {
    const counts = (start.m[k] ?? []).map(
      (share, level) => trust * share + (known[k]?.[level] ?? 0),
    );
    const column = levels[k] as Uint8Array;
    for (let p = 0; p < column.length; p++) {
      const level = column[p] as number;
      counts[level] = (counts[level] ?? 0) + (probability[p] as number);
    }
    return shares(counts);
  });
  const matched = probability.reduce((sum, p) => sum + p, 0);
  // Nine in ten is what contact centres record; a night of few handoffs should not leave that far behind.
  const found = Math.min(0.995, (matched + 9) / (handoffs.length + 10));
  return { found, m, u: unrelated(candidates, comparisons, probability, start) };
}

/** Level shares among the pairs that are not the same journey. */
function unrelated(
  { levels }: Candidates,
  comparisons: readonly Comparison[],
  probability: Float64Array | null,
  start: LinkModel,
): number[][] {
  return comparisons.map((_, k) => {
    const counts = (start.u[k] ?? []).map((share) => trust * share);
    const column = levels[k] as Uint8Array;
    for (let p = 0; p < column.length; p++) {
      const level = column[p] as number;
      counts[level] = (counts[level] ?? 0) + 1 - (probability?.[p] ?? 0);
    }
    return shares(counts);
  });
}

function furthest(a: LinkModel, b: LinkModel): number {
  const shares = (model: LinkModel) => [model.found, ...model.m.flat(), ...model.u.flat()];
  const before = shares(a);
  return Math.max(...shares(b).map((share, i) => Math.abs(share - (before[i] ?? 0))));
}

/** Counts to shares, the "missing" level left out. */
function shares(counts: number[]): number[] {
  const total = counts.reduce((sum, count, level) => (level === 0 ? sum : sum + count), 0);
  return counts.map((count, level) => (level === 0 ? 0 : count / total));
}
