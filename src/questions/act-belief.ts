/** How far what a sentence does asks for the slot that it is about: an offer or a bare naming only where it says little else. */
import type { Lexicon } from '../domain/lexicon.js';
import { type Act, politeWords } from '../transcript/acts.js';
import { type Clause, conjunctions, wordsOf } from '../transcript/clauses.js';
import type { SlotEvidence } from './ask-evidence.js';
import { actBelief } from './settings.js';
import type { SlotProfile } from './slot-profile.js';

/** The slot that an item of the sentence's list is about, and how much of its name is said. */
interface About {
  slot: string;
  coverage: number;
}

/** 1 for a sentence that asks. */
export type ActBelief = (
  sentence: { clause: Clause; act: Act },
  best: About,
  evidence: SlotEvidence,
  segment: number,
) => number;

export function createActBelief(
  profiles: readonly SlotProfile[],
  { stopWords, determiners }: Lexicon,
): ActBelief {
  const stop = new Set(stopWords.flatMap(wordsOf));
  /** What may stand beside the name in a bare naming: "and the date of birth please". */
  const around = new Set([...determiners, ...conjunctions, ...politeWords, 'of', 'for']);
  const termsOf = new Map(profiles.map(({ name, terms }) => [name, terms]));

  /** Positions of the item's words that speak for a slot. */
  function wordsFor({ slot }: About, { terms }: SlotEvidence, segment: number): Set<number> {
    const own = termsOf.get(slot);
    const found = new Set<number>();
    for (const [term, { positions, bySegment }] of terms)
      if (own?.has(term) && bySegment.has(segment)) for (const at of positions) found.add(at);
    return found;
  }

  return ({ act, clause }, best, evidence, segment) => {
    if (act.kind === 'request' || act.kind === 'confirm' || act.kind === 'answered') return 1;
    const { offer, naming } = actBelief;
    const isChoice = (evidence.values.get(best.slot)?.size ?? 0) >= 2;
    if (act.kind === 'offer') return isChoice ? offer.ofValues : offer.other;
    const positions = wordsFor(best, evidence, segment);
    const content = clause.words.filter((word) => !stop.has(word)).length;
    const share = Math.min(1, positions.size / Math.max(1, content / (1 + clause.breaks.length)));
    if (clause.question)
      return isChoice ? 1 : naming.question.least + naming.question.byName * share;
    if (share < naming.leastShare || best.coverage <= naming.leastCoverage) return naming.beside;
    const names = clause.words.every((word, at) => around.has(word) || positions.has(at));
    return names ? naming.alone : 1;
  };
}
