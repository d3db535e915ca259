/**
 * Fellegi-Sunter weights: m = P(level | same journey), u = P(level | unrelated), log2 (m / u) the weight of a level
 * (https://moj-analytical-services.github.io/splink/topic_guides/theory/fellegi_sunter.html).
 */
import type { LearnedLinks } from '../domain/link.js';
import type { Comparison } from './comparison.js';
import { sameCustomerFrom } from './settings.js';

export interface LinkModel {
  /** Share of handoffs whose contact is among the candidates. */
  found: number;
  /** Share of the contacts that no handoff brought. */
  single: number;
  /** Of a handoff that nobody took: its customer's own later contacts among the candidates, on average. */
  returns: number;
  /** By comparison, then level; the "missing" level (0) is never used. */
  m: number[][];
  u: number[][];
  /** Of each comparison, see `Comparison.temper`. */
  temper: number[];
}

/**
 * log2 of a pair's odds before any comparison, against the handoff's having been taken by nobody and the contact's having
 * come by itself: so the candidates count only as far as contacts do. That another handoff brought the contact is
 * the matching's business.
 */
export function priorBits({ found, single }: LinkModel, candidateCount: number): number {
  return Math.log2(found / (1 - found) / Math.max(1, single * candidateCount));
}

/** Chance that a candidate is another contact of the handoff's own customer. */
export function returnShare({ returns }: LinkModel, candidateCount: number): number {
  return returns / Math.max(1, candidateCount);
}

/**
 * What the chance that the same customer came back takes off a pair's score, in bits.
 * @param customerBits what the comparisons that tell of the customer add up to.
 */
export function returnBits(share: number, customerBits: number): number {
  return customerBits < sameCustomerFrom ? 0 : Math.log2(1 - share + share * 2 ** customerBits);
}

/** log2 (m / u) of a level, tempered; missing weighs nothing. */
export function levelBits(model: LinkModel, comparison: number, level: number): number {
  if (level === 0) return 0;
  const m = model.m[comparison]?.[level] ?? 1;
  const u = model.u[comparison]?.[level] ?? 1;
  return (model.temper[comparison] ?? 1) * Math.log2(m / u);
}

/** The model as a person may read it. */
export function readable(model: LinkModel, comparisons: readonly Comparison[]): LearnedLinks {
  return {
    found: model.found,
    single: model.single,
    returns: model.returns,
    comparisons: comparisons.map(({ id, levels }, k) => ({
      id,
      levels: levels.flatMap((name, level) =>
        level === 0
          ? []
          : [
              {
                name,
                m: model.m[k]?.[level] ?? 0,
                u: model.u[k]?.[level] ?? 0,
                bits: levelBits(model, k, level),
              },
            ],
      ),
    })),
  };
}
