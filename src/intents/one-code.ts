/**
 * Whether a wish belongs to the wrap-up code that it seems to be filed under. As a rule agents file one wish under one code. Where the classifier takes one
 * intent for its neighbour, the neighbour's code comes to mean the first intent too, and then confirms every such mistake.
 */
import type { Distribution } from './distribution.js';
import { filedInOne } from './settings.js';

/** By code: for each intent the probability that the code means it at all, given that it may. Codes whose meaning a person told are left out. */
export type FiledHere = ReadonlyMap<string, readonly number[]>;

/**
 * An intent of which nearly all contacts have one code is at home there. One that is spread over codes is doubted in each by the share that the others have, as far
 * as this centre's intents have one code each: where codes are finer than intents, several to an intent are usual and nothing is doubted.
 *
 * @param codes each with its number of contacts and the share of each intent
 */
export function filedHere(
  codes: readonly (readonly [code: string, contacts: number, shares: readonly number[]])[],
): FiledHere {
  const contacts = new Map(codes.map(([code, n, shares]) => [code, shares.map((one) => one * n)]));
  const [sums, most]: [number[], number[]] = [[], []];
  for (const own of contacts.values())
    own.forEach((n, k) => {
      sums[k] = (sums[k] ?? 0) + n;
      most[k] = Math.max(most[k] ?? 0, n);
    });
  const all = sums.reduce((sum, n) => sum + n, 0);
  const atHome = sums.filter((n, k) => (most[k] ?? 0) >= filedInOne * n);
  const usual = all === 0 ? 0 : atHome.reduce((sum, n) => sum + n, 0) / all;
  const certainty = (n: number, k: number): number => {
    const share = n / Math.max(1e-9, sums[k] ?? 0);
    return n <= 0 || share >= filedInOne ? 1 : 1 - usual * (1 - share);
  };
  return new Map([...contacts].map(([code, own]) => [code, own.map(certainty)]));
}

/**
 * What is doubted of an intent goes to the code's other intents, not to "none of them": that the neighbour was meant says nothing against the bot's having it.
 *
 * @param meaning of the code, over the same intents, "none" last
 * @param here for each intent (see `FiledHere`)
 */
export function doubted(
  posterior: Distribution,
  meaning: Distribution,
  here: readonly number[],
): Distribution {
  const doubt = (k: number) => 1 - (here[k] ?? 1);
  const moved = posterior.reduce((sum, p, k) => sum + p * doubt(k), 0);
  if (moved === 0) return posterior;
  const takes = here.map((certain, k) => certain * (meaning[k] ?? 0));
  const all = takes.reduce((sum, share) => sum + share, 0);
  return posterior.map((p, k) => p * (1 - doubt(k)) + (moved * (takes[k] ?? 0)) / all);
}
