import { thorough } from './settings.js';

/**
 * Posterior of every candidate pair under "one contact a handoff, one handoff a contact".
 *
 * The monomer-dimer model: a matching's probability is proportional to the product of its pairs' odds, and whatever is
 * left single weighs 1. Its marginals are computed by belief propagation (Bayati, Gamarnik, Katz, Nair, Tetali,
 * "Simple deterministic approximation algorithms for counting matchings", 2007), which takes the rivals on both sides
 * into account. Cost: sweeps × pairs.
 */
export interface PairGraph {
  /** Pairs of handoff `h` are `start[h]` to `start[h + 1] - 1`. */
  start: Uint32Array;
  contact: Uint32Array;
  contacts: number;
}

export interface LinkEffort {
  sweeps: number;
  /** Messages that move by less than this have settled. */
  tolerance: number;
}

/** @param odds of each pair against both of its sides staying single. @returns P(pair), in the pairs' order. */
export function matchingMarginals(
  { start, contact, contacts }: PairGraph,
  odds: Float64Array,
  { sweeps, tolerance }: LinkEffort = thorough,
): Float64Array {
  const n = odds.length;
  const fromHandoff = new Float64Array(n).fill(1);
  const fromContact = new Float64Array(n).fill(1);
  const inflow = new Float64Array(contacts);
  for (let sweep = 0; sweep < sweeps; sweep++) {
    let change = 0;
    for (let h = 0; h + 1 < start.length; h++) {
      const [first, end] = [start[h] as number, start[h + 1] as number];
      let sum = 0;
      for (let p = first; p < end; p++) sum += (odds[p] as number) * (fromContact[p] as number);
      for (let p = first; p < end; p++) {
        const rest = Math.max(0, sum - (odds[p] as number) * (fromContact[p] as number));
        fromHandoff[p] = 1 / (1 + rest);
      }
    }
    inflow.fill(0);
    for (let p = 0; p < n; p++) {
      inflow[contact[p] as number] =
        (inflow[contact[p] as number] as number) + (odds[p] as number) * (fromHandoff[p] as number);
    }
    for (let p = 0; p < n; p++) {
      const own = (odds[p] as number) * (fromHandoff[p] as number);
      const next = 1 / (1 + Math.max(0, (inflow[contact[p] as number] as number) - own));
      change = Math.max(change, Math.abs(next - (fromContact[p] as number)));
      fromContact[p] = next;
    }
    if (change < tolerance) break;
  }
  return odds.map((odd, p) => {
    const joint = odd * (fromHandoff[p] as number) * (fromContact[p] as number);
    return joint / (1 + joint);
  });
}
