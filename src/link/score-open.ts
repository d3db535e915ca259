/** Links without a key: candidates, what is learned of them, their posterior, and the assignment. */
import type { LinkConfig } from '../domain/config.js';
import type { LearnedLinks, Link } from '../domain/link.js';
import { bestAssignment } from './assignment.js';
import { blockFinder } from './blocks.js';
import { candidateFinder } from './candidates.js';
import type { LinkSides } from './comparison.js';
import { comparisons } from './comparisons/index.js';
import { scoredLink } from './explain.js';
import type { Known } from './known.js';
import { learnOn } from './learn-on.js';
import { matchingMarginals } from './marginals.js';
import { readable } from './model.js';
import { queueHabits } from './queue-habits.js';
import { scorePairs } from './score-pairs.js';
import type { ContactSide, HandoffSide } from './sides.js';
import { learnSubjects } from './subjects.js';
import { wordTopics } from './topics.js';

export interface ScoredCandidate {
  session: string;
  contact: string;
  probability: number;
}

export interface ScoredOpen {
  links: Link[];
  model: LearnedLinks | null;
  candidates(): Iterable<ScoredCandidate>;
}

/** @param open and `free` in order of time. */
export function scoreOpen(
  open: readonly HandoffSide[],
  free: readonly ContactSide[],
  known: Known,
  config: LinkConfig,
): ScoredOpen {
  if (open.length === 0) return { links: [], model: null, candidates: () => [] };
  const window = {
    beforeMs: config.clockToleranceSeconds * 1000,
    afterMs: config.windowMinutes * 60_000,
  };
  const find = candidateFinder(free, window);
  const candidatesOf = (h: number) => find(open[h] as HandoffSide);
  const certain = [...known.keyed, ...known.held];
  const handoffs = [...open, ...certain.map(({ handoff }) => handoff)];
  const contacts = [...free, ...certain.map(({ contact }) => contact)];
  const topics = wordTopics(handoffs, contacts);
  const pairsKnown = certain.map((pair) => ({ ...pair, weight: 1 }));
  const sides: LinkSides = {
    handoffs: open,
    contacts: free,
    topics,
    queueHabits: queueHabits(handoffs, contacts, pairsKnown),
    subjects: learnSubjects(handoffs, contacts, pairsKnown),
  };
  const learned = learnOn(sides, known, candidatesOf);
  const { model, compare } = learned;
  const blockOf = blockFinder(learned.sides, model, comparisons, compare, find, window);
  const pairs = scorePairs(allOf(open), blockOf, comparisons, compare, model);
  const graph = { ...pairs, contacts: free.length };
  const probability = matchingMarginals(graph, pairs.odds);
  const chosen = bestAssignment(graph, pairs.odds.map(Math.log2));
  const scored = { open, free, pairs, probability, chosen, model, compare, legs: known.legs };
  return {
    links: open.map((_, h) => scoredLink(h, scored, config)),
    model: readable(model, comparisons),
    *candidates() {
      for (let h = 0; h < open.length; h++) {
        for (let p = pairs.start[h] as number; p < (pairs.start[h + 1] as number); p++) {
          yield {
            session: (open[h] as HandoffSide).session,
            contact: (free[pairs.contact[p] as number] as ContactSide).contact,
            probability: probability[p] as number,
          };
        }
      }
    },
  };
}

const allOf = (list: readonly unknown[]): Uint32Array => Uint32Array.from(list.keys());
