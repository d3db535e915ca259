/** What a sentence says of slots, before any of them is chosen: their words, the kinds of answer that it looks for, values. */
import type { Lexicon } from '../domain/lexicon.js';
import { createPhrasebook } from '../text/phrasebook.js';
import type { Act } from '../transcript/acts.js';
import { type Clause, termOf, wordsOf } from '../transcript/clauses.js';
import { compoundWeight, preambleWeight } from './settings.js';
import { flag, type SlotProfile } from './slot-profile.js';

export interface TermPlaces {
  positions: number[];
  /** Weight, by item of the sentence's list. */
  bySegment: Map<number, number>;
}

export interface SlotEvidence {
  /** Stem, or `@kind`, to where it is said. Only what some slot has. */
  terms: Map<string, TermPlaces>;
  /** Kinds that the wording asks for, by item. */
  asked: Map<string, Set<number>>;
  /** Kinds that it names, by item. */
  named: Map<string, Set<number>>;
  /** Slot to those of its possible values that are said. */
  values: Map<string, Set<string>>;
}

export type EvidenceReader = (clause: Clause, act: Act) => SlotEvidence;

const shortestPart = 3;
const letters = /^\p{L}+$/u;
const cacheLimit = 20_000;

export function createEvidenceReader(
  profiles: readonly SlotProfile[],
  lexicon: Lexicon,
): EvidenceReader {
  const known = new Set(profiles.flatMap(({ terms }) => [...terms.keys()]));
  const kindsIn = createPhrasebook(kindEntries(lexicon));
  const valuesIn = createPhrasebook(
    profiles.flatMap(({ name, values }) => values.map((words) => [words, name] as const)),
  );
  const partsOf = createDecompounder(known, lexicon);

  return (clause, act) => {
    const evidence: SlotEvidence = {
      terms: new Map(),
      asked: new Map(),
      named: new Map(),
      values: new Map(),
    };
    const segmentOf = (at: number) => {
      let segment = 0;
      for (const start of clause.breaks) if (start <= at) segment += 1;
      return segment;
    };
    const note = (term: string, from: number, to: number, share = 1) => {
      if (!known.has(term)) return;
      const weight = share * (from >= act.from ? 1 : preambleWeight);
      const said: TermPlaces = evidence.terms.get(term) ?? { positions: [], bySegment: new Map() };
      for (let at = from; at < to; at++) said.positions.push(at);
      const segment = segmentOf(to - 1);
      said.bySegment.set(segment, Math.max(weight, said.bySegment.get(segment) ?? 0));
      evidence.terms.set(term, said);
    };
    const mark = (kinds: SlotEvidence['asked'], kind: string, at: number) =>
      kinds.set(kind, (kinds.get(kind) ?? new Set()).add(segmentOf(at)));

    clause.stems.forEach((one, at) => {
      if (known.has(one)) note(one, at, at + 1);
      else if (one.length >= 2 * shortestPart)
        for (const part of partsOf(one)) note(part, at, at + 1, compoundWeight);
    });
    for (const { label, from, to } of kindsIn(clause.stems)) {
      // "Where are you moving from?" is no yes-or-no question, although "are you" is in it.
      if (label.kind === flag && label.isAsk && from !== act.from) continue;
      note(`@${label.kind}`, from, to);
      if (from < act.from) continue;
      mark(label.isAsk ? evidence.asked : evidence.named, label.kind, to - 1);
    }
    if (act.polar || act.kind === 'confirm')
      for (const { kinds, from, to } of act.given)
        for (const kind of kinds) {
          note(`@${kind}`, from, to);
          if (!evidence.asked.has(kind)) mark(evidence.asked, kind, to - 1);
        }
    for (const { label, from, to } of valuesIn(clause.words)) {
      const value = clause.words.slice(from, to).join(' ');
      evidence.values.set(label, (evidence.values.get(label) ?? new Set()).add(value));
    }
    return evidence;
  };
}

interface KindCue {
  kind: string;
  isAsk: boolean;
}

function kindEntries(lexicon: Lexicon): (readonly [string[], KindCue])[] {
  const stop = new Set(lexicon.stopWords.flatMap(wordsOf));
  return Object.entries(lexicon.slotTypes).flatMap(([kind, { names, asks }]) => [
    ...asks.map((ask) => [wordsOf(ask).map(termOf), { kind, isAsk: true }] as const),
    ...names
      .filter((name) => !stop.has(name))
      .map((name) => [wordsOf(name).map(termOf), { kind, isAsk: false }] as const),
  ]);
}

/** The two known words that a word is made of; a word of a slot is one of them. */
function createDecompounder(known: ReadonlySet<string>, lexicon: Lexicon) {
  const common = Object.values(lexicon.slotTypes).flatMap(({ names }) => names.flatMap(wordsOf));
  const words = new Set([...known, ...common.map(termOf)]);
  const found = new Map<string, string[]>();
  return (word: string): readonly string[] => {
    if (!letters.test(word)) return [];
    const cached = found.get(word);
    if (cached) return cached;
    const parts: string[] = [];
    for (let cut = shortestPart; cut <= word.length - shortestPart; cut++) {
      const [first, second] = [termOf(word.slice(0, cut)), termOf(word.slice(cut))];
      if (words.has(first) && words.has(second)) parts.push(first, second);
    }
    if (found.size >= cacheLimit) found.clear();
    found.set(word, parts);
    return parts;
  };
}
