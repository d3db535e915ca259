/** Which slots does a turn of the agent ask for? Zero-shot, from the bot's definition and the lexicon. */
import type { DefinedSlot } from '../domain/conversation.js';
import type { Lexicon } from '../domain/lexicon.js';
import { mostSimilar, type Prepared, prepare, similarity } from '../text/similarity.js';
import { type Act, createActReader, politeWords } from '../transcript/acts.js';
import { type Clause, clausesOf, conjunctions, wordsOf } from '../transcript/clauses.js';
import { createCueFinder } from '../transcript/cues.js';
import { splitClause } from '../transcript/split-clauses.js';
import { createEvidenceReader, type SlotEvidence } from './ask-evidence.js';
import { type AskScore, createSlotChooser, type InPlay } from './ask-score.js';
import { asideStrength, evenScore, leastLikePrompt } from './settings.js';
import { createProfiler } from './slot-profile.js';

export type { InPlay } from './ask-score.js';

export interface Ask {
  slot: string;
  /** 0 to 1. */
  confidence: number;
  /** `confirm`: a value that the agent has is read back, not asked for. */
  kind: 'request' | 'confirm';
}

/** A sentence and what it does. */
export interface Sentence {
  clause: Clause;
  act: Act;
}

/** `segment`: the item of the sentence's list in which the slot is named. */
export interface SentenceAsk extends Ask {
  segment: number;
  /** 0 to 1: how much of the slot's name is said. */
  coverage: number;
  /** Other slots that the item may mean, each with its likelihood against this one's: above 0, at most 1. */
  rivals: ReadonlyMap<string, number>;
}

export interface AskReader {
  read(text: string, inPlay?: InPlay): Ask[];
  /** Every sentence of the turn. */
  sentences(text: string): readonly Sentence[];
  asksOf(sentence: Sentence, inPlay?: InPlay): SentenceAsk[];
  /** 0 to 1: how likely the turn asks for any information at all. */
  requests(text: string): number;
}

const likeNone: ReadonlyMap<string, number> = new Map();
const cacheLimit = 5_000;

export function createAskReader(slots: readonly DefinedSlot[], lexicon: Lexicon): AskReader {
  const stop = new Set(lexicon.stopWords.flatMap(wordsOf));
  /** What may stand beside the name in a bare naming: "and the date of birth please". */
  const around = new Set([...lexicon.determiners, ...conjunctions, ...politeWords, 'of', 'for']);
  const profiles = slots.map(createProfiler(lexicon));
  const cuesIn = createCueFinder(lexicon);
  const actOf = createActReader(lexicon);
  const evidenceOf = createEvidenceReader(profiles, lexicon);
  const chooseSlot = createSlotChooser(profiles, lexicon);
  const termsOf = new Map(profiles.map(({ name, terms }) => [name, terms]));
  const prompts = slots.flatMap(({ name, prompts: texts }) =>
    texts.map((text) => ({ slot: name, prepared: prepare(text) })),
  );
  const heard = new Map<string, Sentence[]>();

  /** Agents have stock phrases, and each turn is read more than once. */
  function sentences(text: string): readonly Sentence[] {
    const known = heard.get(text);
    if (known) return known;
    const found = clausesOf(text).flatMap((clause) => {
      const cues = cuesIn(clause.words);
      const parts = splitClause(clause, cues);
      if (parts.length === 1) return { clause, act: actOf(clause, cues) };
      return parts.map((part) => ({ clause: part, act: actOf(part) }));
    });
    if (heard.size >= cacheLimit) heard.clear();
    heard.set(text, found);
    return found;
  }

  function read(text: string, inPlay: InPlay = null): Ask[] {
    const found = new Map<string, Ask>();
    for (const sentence of sentences(text)) {
      for (const { slot, confidence, kind } of asksOf(sentence, inPlay)) {
        const known = found.get(slot);
        if (!known || known.confidence < confidence) found.set(slot, { slot, confidence, kind });
      }
    }
    return [...found.values()].sort((a, b) => b.confidence - a.confidence);
  }

  function asksOf({ clause, act }: Sentence, inPlay: InPlay = null): SentenceAsk[] {
    if (act.kind === 'statement') return [];
    const evidence = evidenceOf(clause, act);
    if (evidence.terms.size === 0 && evidence.values.size === 0) return [];
    const isAsked = act.kind === 'request' || act.kind === 'answered';
    const near = isAsked ? promptSimilarity(clause, prompts) : likeNone;
    const slotOf = chooseSlot(evidence, inPlay, near);
    const asks = new Map<string, SentenceAsk>();
    const kind = act.kind === 'confirm' ? 'confirm' : 'request';
    for (let segment = 0; segment <= clause.breaks.length; segment++) {
      const best = slotOf(segment);
      if (!best) continue;
      const believed = act.strength * believedAct({ clause, act }, best, evidence, segment);
      const confidence = believed * (best.score / (best.score + evenScore)) * best.margin;
      if (confidence > (asks.get(best.slot)?.confidence ?? 0.15))
        asks.set(best.slot, {
          slot: best.slot,
          confidence,
          kind,
          segment,
          coverage: best.coverage,
          rivals: new Map([...best.rivals].map(([name, n]) => [name, (n / best.score) ** 2])),
        });
    }
    return [...asks.values()];
  }

  /** An offer or a bare naming asks only where it names the slot and little else. */
  function believedAct(
    { act, clause }: Sentence,
    best: AskScore,
    evidence: SlotEvidence,
    segment: number,
  ): number {
    if (act.kind === 'request' || act.kind === 'confirm' || act.kind === 'answered') return 1;
    const values = evidence.values.get(best.slot)?.size ?? 0;
    if (act.kind === 'offer') return values >= 2 ? 0.8 : 0.1;
    const positions = wordsFor(best, evidence, segment);
    const content = clause.words.filter((word) => !stop.has(word)).length;
    const share = Math.min(1, positions.size / Math.max(1, content / (1 + clause.breaks.length)));
    if (clause.question) return values >= 2 ? 1 : 0.4 + 0.8 * share;
    if (share < 0.5 || best.coverage <= 0.6) return 0.2;
    const names = clause.words.every((word, at) => around.has(word) || positions.has(at));
    return names ? 1.3 : 1;
  }

  /** Positions of the item's words that speak for a slot. */
  function wordsFor({ slot }: AskScore, { terms }: SlotEvidence, segment: number): Set<number> {
    const own = termsOf.get(slot);
    const found = new Set<number>();
    for (const [term, { positions, bySegment }] of terms)
      if (own?.has(term) && bySegment.has(segment)) for (const at of positions) found.add(at);
    return found;
  }

  function requests(text: string): number {
    let most = 0;
    for (const sentence of sentences(text)) {
      const { act } = sentence;
      if (act.kind === 'request') most = Math.max(most, act.polar ? asideStrength : act.strength);
      if (act.polar || act.kind === 'offer')
        for (const { confidence } of asksOf(sentence, null)) most = Math.max(most, confidence);
    }
    return most;
  }

  return { read, sentences, asksOf, requests };
}

/** The agent asks as the bot does. */
function promptSimilarity(
  clause: Clause,
  prompts: readonly { slot: string; prepared: Prepared }[],
): Map<string, number> {
  const near = new Map<string, number>();
  if (prompts.length === 0) return near;
  const said = prepare(clause.words.join(' '));
  for (const { slot, prepared } of prompts) {
    const nearest = near.get(slot) ?? 0;
    if (mostSimilar(said, prepared) < Math.max(leastLikePrompt, nearest)) continue;
    const alike = similarity(said, prepared);
    if (alike >= leastLikePrompt && alike > nearest) near.set(slot, alike);
  }
  return near;
}
