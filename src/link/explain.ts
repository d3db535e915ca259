/** A link with its reasons: the waterfall from prior to posterior, and the rivals. */
import type { LinkConfig } from '../domain/config.js';
import type { Link } from '../domain/link.js';
import type { LevelOf } from './comparison.js';
import { comparisons } from './comparisons/index.js';
import type { KeyedPair } from './keys.js';
import { type LinkModel, levelBits, priorBits, returnBits, returnShare } from './model.js';
import type { ScoredPairs } from './score-pairs.js';
import { keyProbability, rivalsShown, sameIdentity } from './settings.js';
import type { ContactSide, HandoffSide } from './sides.js';

type Legs = ReadonlyMap<string, readonly ContactSide[]>;

export function keyLink({ handoff, contact, others }: KeyedPair, legs: Legs): Link {
  const further = [contact, ...others].flatMap((one) => legs.get(one.contact) ?? []);
  return {
    session: handoff.session,
    contact: contact.contact,
    method: 'key',
    legs: namesInOrder([...others, ...further]),
    probability: keyProbability,
    status: 'linked',
    candidates: 1,
    prior: 0,
    weights: [
      {
        comparison: 'key',
        level: 'is the same, and nobody else has it',
        weight: Math.log2(keyProbability / (1 - keyProbability)),
      },
    ],
    rivals: [],
  };
}

const namesInOrder = (contacts: readonly ContactSide[]): string[] =>
  [...contacts].sort((a, b) => a.at - b.at).map(({ contact }) => contact);

export interface ExplainedPair {
  open: readonly HandoffSide[];
  free: readonly ContactSide[];
  pairs: ScoredPairs;
  probability: Float64Array;
  /** The pair that the assignment gives to each handoff, or -1. */
  chosen: Int32Array;
  model: LinkModel;
  compare: readonly LevelOf[];
  legs: Legs;
}

/** The link of one open handoff: the assigned contact where it is likely enough, else none. */
export function scoredLink(h: number, scored: ExplainedPair, config: LinkConfig): Link {
  const { open, free, pairs, probability, chosen, model, legs } = scored;
  const { session } = open[h] as HandoffSide;
  const first = pairs.start[h] as number;
  const order = Array.from(
    { length: (pairs.start[h + 1] as number) - first },
    (_, i) => first + i,
  ).sort((a, b) => (probability[b] as number) - (probability[a] as number) || a - b);
  const nameOf = (pair: number) => (free[pairs.contact[pair] as number] as ContactSide).contact;
  const rivals = (others: number[]) =>
    others
      .slice(0, rivalsShown)
      .map((pair) => ({ contact: nameOf(pair), probability: probability[pair] as number }));
  const candidates = pairs.candidates[h] as number;
  const prior = priorBits(model, candidates);
  const best = chosen[h] as number;
  const likely = best === -1 ? 0 : Math.min(probability[best] as number, keyProbability);
  if (best === -1 || likely < config.possibleFrom) {
    const none = 1 - order.reduce((sum, pair) => sum + (probability[pair] as number), 0);
    return {
      session,
      contact: null,
      method: 'none',
      legs: [],
      probability: Math.max(0, none),
      status: 'none',
      candidates,
      prior,
      weights: [],
      rivals: rivals(order),
    };
  }
  const levels = scored.compare.map((level) => level(h, pairs.contact[best] as number));
  const weights = comparisons.map((comparison, k) => ({
    comparison: comparison.id,
    level: comparison.levels[levels[k] ?? 0] ?? 'missing',
    weight: levelBits(model, k, levels[k] ?? 0),
  }));
  const ofCustomer = weights.filter((_, k) => comparisons[k]?.evidenceAbout === 'customer');
  const customerBits = ofCustomer.reduce((sum, { weight }) => sum + weight, 0);
  const known = levels[comparisons.findIndex(({ id }) => id === 'identity')] ?? 0;
  return {
    session,
    contact: nameOf(best),
    method: known >= sameIdentity ? 'identity' : 'scored',
    legs: namesInOrder(legs.get(nameOf(best)) ?? []),
    probability: likely,
    status: likely >= config.linkedFrom ? 'linked' : 'possible',
    candidates,
    prior,
    weights: [
      ...weights,
      {
        comparison: 'return',
        level: 'the same customer may have come back later',
        weight: -returnBits(returnShare(model, candidates), customerBits),
      },
    ],
    rivals: rivals(order.filter((pair) => pair !== best)),
  };
}
