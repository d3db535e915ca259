/** Which slots does a turn of the agent ask for? Zero-shot, from the bot's definition and the lexicon. */
import type { DefinedSlot } from '../domain/conversation.js';
import type { Lexicon } from '../domain/lexicon.js';
import { type Prepared, prepare, similarity } from '../text/similarity.js';
import { stem } from '../text/words.js';
import { type Act, createActReader } from './acts.js';
import { type Clause, clausesOf, wordsOf } from './clauses.js';
import { createPhrasebook } from './phrasebook.js';
import { createProfiler, type SlotProfile } from './slot-profile.js';

export interface Ask {
  slot: string;
  /** 0 to 1. */
  confidence: number;
  /** `confirm`: a value that the agent has is read back, not asked for. */
  kind: 'request' | 'confirm';
}

/**
 * How likely each slot is to be meant, against 1 for "as likely as its wording": the slots that the journey still needs are
 * likelier, those that it does not name at all less likely. null where nothing is known.
 */
export type InPlay = ReadonlyMap<string, number> | null;

/** A sentence and what it does. */
export interface Sentence {
  clause: Clause;
  act: Act;
}

/** `segment`: the item of the sentence's list in which the slot is named. */
export interface SentenceAsk extends Ask {
  segment: number;
}

export interface AskReader {
  read(text: string, inPlay?: InPlay): Ask[];
  /** Every sentence of the turn. */
  sentences(text: string): readonly Sentence[];
  asksOf(sentence: Sentence, inPlay?: InPlay): SentenceAsk[];
  /** 0 to 1: how likely the turn asks for any information at all. */
  requests(text: string): number;
}

/** From this score on a slot is thought of at all; at `sure` the confidence is 0.9 of the act's. */
const floor = 0.45;
const half = 0.27;
/** What was said before the question began counts this much. */
const preamble = 0.25;
const outOfPlay = 0.6;
/** What another item of the list says of this one ("which day and time do you leave"). */
const otherSegment = 0.4;
/** "Where ..." does not ask for a date. */
const otherKind = 0.45;

const likeNone: ReadonlyMap<string, number> = new Map();

const cacheLimit = 5_000;

export function createAskReader(slots: readonly DefinedSlot[], lexicon: Lexicon): AskReader {
  const stop = new Set(lexicon.stopWords.flatMap(wordsOf));
  const profile = createProfiler(lexicon);
  const profiles = slots.map(profile);
  const rarity = rarityOf(profiles);
  const actOf = createActReader(lexicon);
  const kindsIn = createPhrasebook(kindEntries(lexicon));
  const valuesIn = createPhrasebook(
    profiles.flatMap(({ name, values }) => values.map((words) => [words, name] as const)),
  );
  const prompts = slots.flatMap(({ name, prompts: texts }) =>
    texts.map((text) => ({ slot: name, prepared: prepare(text) })),
  );
  const bySlot = new Map(profiles.map((one) => [one.name, one]));
  const slotsOfTerm = new Map<string, SlotProfile[]>();
  for (const one of profiles)
    for (const term of one.terms.keys())
      slotsOfTerm.set(term, [...(slotsOfTerm.get(term) ?? []), one]);

  const heard = new Map<string, Sentence[]>();

  /** Agents have stock phrases, and each turn is read more than once. */
  function sentences(text: string): readonly Sentence[] {
    const known = heard.get(text);
    if (known) return known;
    const found = clausesOf(text).map((clause) => ({ clause, act: actOf(clause) }));
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
    const near = act.kind === 'request' ? promptSimilarity(clause, prompts) : likeNone;
    const asks = new Map<string, SentenceAsk>();
    const kind = act.kind === 'confirm' ? 'confirm' : 'request';
    for (let segment = 0; segment <= clause.breaks.length; segment++) {
      const best = bestSlot(evidence, segment, inPlay, near);
      if (!best) continue;
      const believed = act.strength * believedAct(act, best, clause, evidence);
      const confidence = believed * (best.score / (best.score + half)) * best.margin;
      if (confidence > (asks.get(best.slot)?.confidence ?? 0.15))
        asks.set(best.slot, { slot: best.slot, confidence, kind, segment });
    }
    return [...asks.values()];
  }

  interface Evidence {
    /** Term to its weight in each item of the list, and to the positions of its words. */
    terms: Map<string, { positions: number[]; bySegment: Map<number, number> }>;
    /** Kinds that the wording asks for, by item. */
    asked: Map<string, Set<number>>;
    values: Map<string, Set<string>>;
  }

  function evidenceOf(clause: Clause, act: Act): Evidence {
    const terms: Evidence['terms'] = new Map();
    const segmentOf = (at: number) => clause.breaks.filter((start) => start <= at).length;
    const note = (term: string, from: number, to: number) => {
      if (!slotsOfTerm.has(term)) return;
      const weight = from >= act.from ? 1 : preamble;
      const known = terms.get(term) ?? { positions: [], bySegment: new Map<number, number>() };
      for (let at = from; at < to; at++) known.positions.push(at);
      const segment = segmentOf(to - 1);
      known.bySegment.set(segment, Math.max(weight, known.bySegment.get(segment) ?? 0));
      terms.set(term, known);
    };
    clause.stems.forEach((one, at) => {
      note(one, at, at + 1);
    });
    const asked: Evidence['asked'] = new Map();
    for (const { label, from, to } of kindsIn(clause.stems)) {
      // "Where are you moving from?" is no yes-or-no question, although "are you" is in it.
      if (label.kind === 'flag' && label.isAsk && from !== act.from) continue;
      note(`@${label.kind}`, from, to);
      if (from >= act.from && label.isAsk)
        asked.set(label.kind, (asked.get(label.kind) ?? new Set()).add(segmentOf(to - 1)));
    }
    const values: Evidence['values'] = new Map();
    for (const { label, from, to } of valuesIn(clause.words)) {
      const value = clause.words.slice(from, to).join(' ');
      values.set(label, (values.get(label) ?? new Set()).add(value));
    }
    return { terms, asked, values };
  }

  interface Scored {
    slot: string;
    score: number;
    /** 0.65 where another slot fits as well, 1 for a clear winner. */
    margin: number;
    coverage: number;
    positions: number[];
  }

  function bestSlot(
    evidence: Evidence,
    segment: number,
    inPlay: InPlay,
    near: ReadonlyMap<string, number>,
  ): Scored | null {
    let best: Scored | null = null;
    let second = 0;
    for (const one of candidates(evidence, segment, near)) {
      const scored = scoreOf(one, evidence, segment);
      scored.score += 1.2 * (near.get(one.name) ?? 0);
      if (inPlay) scored.score *= inPlay.get(one.name) ?? outOfPlay;
      const better = scored.score - (best?.score ?? 0);
      if (better > 1e-9 || (Math.abs(better) < 1e-9 && best && scored.coverage > best.coverage)) {
        second = best?.score ?? 0;
        best = scored;
      } else second = Math.max(second, scored.score);
    }
    if (!best || best.score < floor) return null;
    best.margin = Math.min(1, 0.7 + (best.score - second) / best.score);
    return best;
  }

  function candidates(
    evidence: Evidence,
    segment: number,
    near: ReadonlyMap<string, number>,
  ): Set<SlotProfile> {
    const found = new Set<SlotProfile>();
    for (const [term, { bySegment }] of evidence.terms)
      if (bySegment.has(segment)) for (const one of slotsOfTerm.get(term) ?? []) found.add(one);
    for (const name of [...evidence.values.keys(), ...near.keys()]) {
      const one = bySlot.get(name);
      if (one) found.add(one);
    }
    return found;
  }

  function scoreOf(one: SlotProfile, evidence: Evidence, segment: number): Scored {
    let matched = 0;
    let own = 0;
    const positions: number[] = [];
    for (const [term, { positions: at, bySegment }] of evidence.terms) {
      const weight = one.terms.get(term);
      if (weight === undefined) continue;
      const here = bySegment.get(segment);
      const elsewhere = otherSegment * Math.max(0, ...bySegment.values());
      const gain = weight * (here ?? elsewhere) * (rarity.get(term) ?? 1);
      matched += gain;
      if (here !== undefined) own += gain;
      if (here !== undefined) positions.push(...at);
    }
    const values = Math.min(1.2, 0.6 * (evidence.values.get(one.name)?.size ?? 0));
    const coverage = coverageOf(one, evidence.terms);
    let score = (matched + values) * (0.5 + 0.5 * coverage);
    if (own + values < floor / 2) score = 0;
    const asked = [...evidence.asked].filter(([, segments]) => segments.has(segment));
    const disjoint = one.kinds.size > 0 && asked.length > 0;
    if (disjoint && !asked.some(([kind]) => one.kinds.has(kind))) score *= otherKind;
    return { slot: one.name, score, margin: 1, coverage, positions };
  }

  /** An offer or a bare naming asks only where it names the slot and little else. */
  function believedAct(act: Act, best: Scored, clause: Clause, evidence: Evidence): number {
    if (act.kind === 'request' || act.kind === 'confirm') return 1;
    const values = evidence.values.get(best.slot)?.size ?? 0;
    if (act.kind === 'offer') return values >= 2 ? 0.8 : 0.1;
    const content = clause.words.filter((word) => !stop.has(word)).length;
    const share = Math.min(
      1,
      best.positions.length / Math.max(1, content / (1 + clause.breaks.length)),
    );
    if (clause.question) return values >= 2 ? 1 : 0.4 + 0.8 * share;
    return share >= 0.5 && best.coverage > 0.6 ? 1 : 0.2;
  }

  function requests(text: string): number {
    let most = 0;
    for (const sentence of sentences(text)) {
      const { act } = sentence;
      if (act.kind === 'request') most = Math.max(most, act.strength);
      else if (act.kind === 'open' || act.kind === 'offer')
        for (const { confidence } of asksOf(sentence, null)) most = Math.max(most, confidence);
    }
    return most;
  }

  return { read, sentences, asksOf, requests };
}

interface KindCue {
  kind: string;
  isAsk: boolean;
}

/** Share of the slot's name that the question says, in the name's own words or in another wording for its kind. */
function coverageOf(one: SlotProfile, terms: ReadonlyMap<string, unknown>): number {
  if (one.parts.length === 0) return 0.5;
  let covered = 0;
  for (const { stem, kinds } of one.parts) {
    if (terms.has(stem)) covered += 1;
    else if (kinds.some((kind) => terms.has(`@${kind}`))) covered += 0.85;
  }
  return covered / one.parts.length;
}

function kindEntries(lexicon: Lexicon): (readonly [string[], KindCue])[] {
  const stop = new Set(lexicon.stopWords.flatMap(wordsOf));
  return Object.entries(lexicon.slotTypes).flatMap(([kind, { names, asks }]) => [
    ...asks.map((ask) => [wordsOf(ask).map(stem), { kind, isAsk: true }] as const),
    ...names
      .filter((name) => !stop.has(name))
      .map((name) => [wordsOf(name).map(stem), { kind, isAsk: false }] as const),
  ]);
}

/** A word that many slots share says little of which is meant: log(1 + slots / slots with it), 1 for a word of one slot. */
function rarityOf(profiles: readonly SlotProfile[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { terms } of profiles)
    for (const term of terms.keys()) counts.set(term, (counts.get(term) ?? 0) + 1);
  const most = Math.log(1 + profiles.length);
  const rarity = new Map<string, number>();
  for (const [term, count] of counts)
    rarity.set(term, Math.max(0.35, Math.log(1 + profiles.length / count) / most));
  return rarity;
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
    const alike = similarity(said, prepared);
    if (alike >= 0.55 && alike > (near.get(slot) ?? 0)) near.set(slot, alike);
  }
  return near;
}
