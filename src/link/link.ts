/** Joins handoffs with the agent contacts that took them, says how sure it is, and abstains where several fit. */
import type { LinkConfig } from '../domain/config.js';
import type { Link } from '../domain/journey.js';
import { type Candidates, findCandidates } from './candidates.js';
import type { ContactSide, HandoffSide } from './comparison.js';
import { comparisons } from './comparisons/index.js';
import { matchKeys } from './keys.js';
import { type KnownLevels, type LinkModel, learn, levelBits, priorBits } from './model.js';
import { type WordWeights, wordWeights } from './words.js';

export { type ContactSide, contactSide, type HandoffSide, handoffSide } from './comparison.js';

/** A shared key is right but for a wrong record now and then; certainty would leave no room for those. */
const keyProbability = 0.9999;
const rivalsShown = 3;

export interface LinkOutcome {
  /** One a handoff, in the handoffs' order. */
  links: Link[];
  /** What was learned; null where every handoff had a key. */
  model: LinkModel | null;
}

/** @returns a link for every handoff, `none` included; no contact is claimed twice. Input order does not matter. */
export function link(
  handoffs: readonly HandoffSide[],
  contacts: readonly ContactSide[],
  config: LinkConfig,
): LinkOutcome {
  const toleranceMs = config.clockToleranceSeconds * 1000;
  const keyed = matchKeys(handoffs, contacts, toleranceMs);
  const weights = wordWeights(words(handoffs, contacts));
  const found = new Map(keyed.map((pair) => [pair.handoff.session, keyLink(pair)]));
  const claimed = new Set(keyed.map((pair) => pair.contact.contact));
  const open = sortedBySession(handoffs.filter(({ session }) => !found.has(session)));

  let model: LinkModel | null = null;
  if (open.length > 0) {
    const window = { beforeMs: toleranceMs, afterMs: config.windowMinutes * 60_000 };
    const free = contacts.filter(({ contact }) => !claimed.has(contact));
    const candidates = findCandidates(open, free, window, comparisons, weights);
    const learned = learn(candidates, comparisons, knownLevels(keyed, weights));
    model = learned.model;
    open.forEach((handoff, h) => {
      found.set(handoff.session, scoredLink(h, candidates, learned, config));
    });
  }
  return { links: handoffs.map(({ session }) => found.get(session) as Link), model };
}

function* words(handoffs: readonly HandoffSide[], contacts: readonly ContactSide[]) {
  for (const side of handoffs) yield side.words;
  for (const side of contacts) yield side.words;
}

const sortedBySession = (sides: HandoffSide[]): HandoffSide[] =>
  sides.sort((a, b) => a.at - b.at || (a.session < b.session ? -1 : 1));

function keyLink({ handoff, contact }: { handoff: HandoffSide; contact: ContactSide }): Link {
  return {
    session: handoff.session,
    contact: contact.contact,
    method: 'key',
    probability: keyProbability,
    status: 'linked',
    prior: 0,
    weights: [
      {
        comparison: 'key',
        level: 'is the same',
        weight: Math.log2(keyProbability / (1 - keyProbability)),
      },
    ],
    rivals: [],
  };
}

/** Pairs with a key are pairs whose truth is known: they teach what the same journey looks like. */
function knownLevels(
  keyed: readonly { handoff: HandoffSide; contact: ContactSide }[],
  weights: WordWeights,
): KnownLevels {
  return comparisons.map((comparison) => {
    const counts = comparison.levels.map(() => 0);
    for (const { handoff, contact } of keyed) {
      const level = comparison.level(handoff, contact, weights);
      counts[level] = (counts[level] ?? 0) + 1;
    }
    return counts;
  });
}

function scoredLink(
  h: number,
  candidates: Candidates,
  { model, probability }: { model: LinkModel; probability: Float64Array },
  config: LinkConfig,
): Link {
  const { session } = candidates.handoffs[h] as HandoffSide;
  const [first, end] = [candidates.start[h] as number, candidates.start[h + 1] as number];
  const order = Array.from({ length: end - first }, (_, i) => first + i).sort(
    (a, b) => (probability[b] as number) - (probability[a] as number) || a - b,
  );
  const name = (pair: number) =>
    candidates.contacts[candidates.contact[pair] as number] as ContactSide;
  const rival = (pair: number) => ({
    contact: name(pair).contact,
    probability: probability[pair] as number,
  });
  const best = order[0];
  const none = 1 - order.reduce((sum, pair) => sum + (probability[pair] as number), 0);
  const p = best === undefined ? 0 : (probability[best] as number);
  if (best === undefined || p < config.possibleFrom) {
    return {
      session,
      contact: null,
      method: 'none',
      probability: Math.max(0, none),
      status: 'none',
      prior: priorBits(model, order.length),
      weights: [],
      rivals: order.slice(0, rivalsShown).map(rival),
    };
  }
  const levelOf = (id: string) => {
    const k = comparisons.findIndex((comparison) => comparison.id === id);
    return candidates.levels[k]?.[best] ?? 0;
  };
  return {
    session,
    contact: name(best).contact,
    method: levelOf('identity') > 1 ? 'identity' : 'scored',
    probability: p,
    status: p >= config.linkedFrom ? 'linked' : 'possible',
    prior: priorBits(model, order.length),
    weights: comparisons.map((comparison, k) => {
      const level = candidates.levels[k]?.[best] ?? 0;
      return {
        comparison: comparison.id,
        level: comparison.levels[level] ?? 'missing',
        weight: levelBits(model, k, level),
      };
    }),
    rivals: order.slice(1, 1 + rivalsShown).map(rival),
  };
}
