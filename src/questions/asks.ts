/** Which slots does a turn of the agent ask for? Zero-shot, from the bot's definition and the lexicon. */
import type { DefinedSlot } from '../domain/conversation.js';
import type { Lexicon } from '../domain/lexicon.js';
import { mostSimilar, type Prepared, prepare, similarity } from '../text/similarity.js';
import { type Act, createActReader } from '../transcript/acts.js';
import { type Clause, clausesOf } from '../transcript/clauses.js';
import { createCueFinder } from '../transcript/cues.js';
import { splitClause } from '../transcript/split-clauses.js';
import { createActBelief } from './act-belief.js';
import { createEvidenceReader } from './ask-evidence.js';
import { createSlotChooser, type InPlay } from './ask-score.js';
import { evenScore, leastConfidence, leastLikePrompt } from './settings.js';
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
}

const likeNone: ReadonlyMap<string, number> = new Map();
const cacheLimit = 5_000;

export function createAskReader(slots: readonly DefinedSlot[], lexicon: Lexicon): AskReader {
  const profiles = slots.map(createProfiler(lexicon));
  const cuesIn = createCueFinder(lexicon);
  const actOf = createActReader(lexicon);
  const evidenceOf = createEvidenceReader(profiles, lexicon);
  const chooseSlot = createSlotChooser(profiles, lexicon);
  const believedAct = createActBelief(profiles, lexicon);
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
      if (confidence > (asks.get(best.slot)?.confidence ?? leastConfidence))
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

  return { read, sentences, asksOf };
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
