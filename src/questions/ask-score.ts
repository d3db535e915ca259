/** Which slot an item of a sentence is about: what it shares with each slot, and what speaks against it. */
import type { Lexicon } from '../domain/lexicon.js';
import type { SlotEvidence } from './ask-evidence.js';
import {
  kindPenalty,
  leastScore,
  otherSegment,
  outOfPlay,
  rivalFrom,
  sharedKind,
  scoreWeights as weights,
} from './settings.js';
import { flag, type SlotProfile } from './slot-profile.js';

/**
 * How likely each slot is to be meant, against 1 for "as likely as its wording": the slots that the journey still needs are
 * likelier, those that it does not name at all less likely. null where nothing is known.
 */
export type InPlay = ReadonlyMap<string, number> | null;

export interface AskScore {
  slot: string;
  score: number;
  /** `scoreWeights.margin` where another slot fits as well, 1 for a clear winner. */
  margin: number;
  /** 0 to 1: how much of the slot's name is said. */
  coverage: number;
  /** Slots that the item fits nearly as well, with their scores. */
  rivals: ReadonlyMap<string, number>;
}

/** Reads a sentence once, then the slot that each item of its list is about; null where it is about none. */
export type SlotChooser = (
  evidence: SlotEvidence,
  inPlay: InPlay,
  near: ReadonlyMap<string, number>,
) => (segment: number) => AskScore | null;

/** A slot as it is scored; `opposed`: the kinds that speak against it, and whether those are meant where neither is said. */
interface Candidate {
  profile: SlotProfile;
  opposed: { kind: string; other: string; isLater: boolean }[];
}

/** What an item of the sentence shares with a slot. */
interface Shared {
  all: number;
  /** Of it, what the item says itself. */
  own: number;
}

/** The kinds of answer that an item looks for. */
interface Types {
  kinds: ReadonlySet<string>;
  wanted: readonly string[];
  isAsked: boolean;
  /** The item has a kind of answer of its own. */
  isOwn: boolean;
}

export function createSlotChooser(profiles: readonly SlotProfile[], lexicon: Lexicon): SlotChooser {
  const isRole = (kind: string) => Boolean(lexicon.slotTypes[kind]?.roleOf);
  const opposite = new Map<string, { other: string; isLater: boolean }>();
  for (const [first, later] of lexicon.opposedKinds) {
    opposite.set(first, { other: later, isLater: false });
    opposite.set(later, { other: first, isLater: true });
  }
  const opposedOf = ({ kinds }: SlotProfile): Candidate['opposed'] =>
    [...kinds].flatMap((kind) => {
      const found = opposite.get(kind);
      return found && !kinds.has(found.other) ? [{ kind, ...found }] : [];
    });
  const all = profiles.map((profile): Candidate => ({ profile, opposed: opposedOf(profile) }));
  const bySlot = new Map(all.map((one) => [one.profile.name, one]));
  const slotsOfTerm = postingsOf(all);

  return (evidence, inPlay, near) => {
    const beside = [...evidence.values.keys(), ...near.keys()];
    const coverage = new Map<SlotProfile, number>();
    return (segment) => {
      const types = typesIn(evidence, segment, isRole);
      const shared = sharedWith(evidence, segment, types);
      for (const name of beside) {
        const one = bySlot.get(name);
        if (one && !shared.has(one)) shared.set(one, { all: 0, own: 0 });
      }
      let best: AskScore | null = null;
      let second = 0;
      const scores = new Map<string, number>();
      for (const [one, said] of shared) {
        const { profile } = one;
        const covered = coverage.get(profile) ?? coverageOf(profile, evidence.terms);
        coverage.set(profile, covered);
        const values = Math.min(
          weights.mostOfValues,
          weights.value * (evidence.values.get(profile.name)?.size ?? 0),
        );
        let score = weights.likePrompt * (near.get(profile.name) ?? 0);
        if (said.own + values >= leastScore / 2)
          score +=
            (said.all + values) *
            (weights.uncovered + (1 - weights.uncovered) * covered) *
            typeFit(profile, types) *
            roleFit(one, evidence, segment);
        if (inPlay) score *= inPlay.get(profile.name) ?? outOfPlay;
        scores.set(profile.name, score);
        const better = score - (best?.score ?? 0);
        if (better > 1e-9 || (Math.abs(better) < 1e-9 && best && covered > best.coverage)) {
          second = best?.score ?? 0;
          best = { slot: profile.name, score, margin: 1, coverage: covered, rivals: scores };
        } else second = Math.max(second, score);
      }
      if (!best || best.score < leastScore) return null;
      best.margin = Math.min(1, weights.margin + (best.score - second) / best.score);
      const least = Math.max(leastScore / 2, rivalFrom * best.score);
      best.rivals = new Map(
        [...scores].filter(([name, score]) => name !== best?.slot && score >= least),
      );
      return best;
    };
  };

  function sharedWith(
    { terms }: SlotEvidence,
    segment: number,
    types: Types,
  ): Map<Candidate, Shared> {
    const shared = new Map<Candidate, Shared>();
    for (const [term, { bySegment }] of terms) {
      const here = bySegment.get(segment);
      const isCarried = term.startsWith('@') && !types.isOwn && !isRole(term.slice(1));
      const elsewhere = isCarried ? sharedKind : otherSegment;
      const said = here ?? elsewhere * Math.max(0, ...bySegment.values());
      for (const [one, weight] of slotsOfTerm.get(term) ?? []) {
        const known = shared.get(one) ?? { all: 0, own: 0 };
        known.all += weight * said;
        if (here !== undefined) known.own += weight * said;
        shared.set(one, known);
      }
    }
    return shared;
  }
}

/** Slots by term, each with what the term says for it: its weight for the slot times its rarity. */
function postingsOf(all: readonly Candidate[]): Map<string, [Candidate, number][]> {
  const rarity = rarityOf(all.map(({ profile }) => profile));
  const postings = new Map<string, [Candidate, number][]>();
  for (const one of all)
    for (const [term, weight] of one.profile.terms) {
      const known = postings.get(term) ?? [];
      known.push([one, weight * (rarity.get(term) ?? 1)]);
      postings.set(term, known);
    }
  return postings;
}

/** Those that its wording asks for, else those that it names. */
function typesIn(
  { asked, named }: SlotEvidence,
  segment: number,
  isRole: (kind: string) => boolean,
): Types {
  const at = (found: SlotEvidence['asked']) => {
    const kinds = new Set<string>();
    for (const [kind, segments] of found)
      if (segments.has(segment) && !isRole(kind)) kinds.add(kind);
    return kinds;
  };
  const own = at(asked);
  const isAsked = own.size > 0;
  const kinds = isAsked ? own : at(named);
  const wanted = [...kinds].filter((kind) => kind !== flag);
  return { kinds, wanted, isAsked, isOwn: kinds.size > 0 };
}

/** 1 where the slot is just what is looked for, less where it is that and more, or something else. */
function typeFit({ types }: SlotProfile, { kinds, wanted, isAsked }: Types): number {
  if (types.size === 0) return 1;
  // "Do you want tickets?" offers rather than asks how many.
  if (wanted.length === 0) return kinds.has(flag) && !types.has(flag) ? kindPenalty.polar : 1;
  let shared = 0;
  for (const kind of wanted) if (types.has(kind)) shared += 1;
  if (shared > 0) return weights.ofType.any + (weights.ofType.only * shared) / types.size;
  if (types.has(flag) && kinds.has(flag)) return 1;
  return isAsked ? kindPenalty.asked : kindPenalty.named;
}

/** "Where to" is not about the origin. */
function roleFit({ opposed }: Candidate, { asked, named }: SlotEvidence, segment: number): number {
  let fit = 1;
  for (const { kind, other, isLater } of opposed) {
    const says = (one: string) =>
      asked.get(one)?.has(segment) === true || named.get(one)?.has(segment) === true;
    if (says(kind)) continue;
    if (says(other)) fit *= kindPenalty.opposed;
    else if (isLater) fit *= kindPenalty.unmarked;
  }
  return fit;
}

/** Share of the slot's name that the question says, in the name's own words or in another wording for its kind. */
function coverageOf(one: SlotProfile, terms: ReadonlyMap<string, unknown>): number {
  if (one.parts.length === 0) return weights.nameless;
  let covered = 0;
  for (const { stem, kinds, also } of one.parts) {
    if (terms.has(stem) || also.some((other) => terms.has(other))) covered += 1;
    else if (kinds.some((kind) => terms.has(`@${kind}`))) covered += weights.otherWording;
  }
  return covered / one.parts.length;
}

/** A word that many slots share says little of which is meant: log(1 + slots / slots with it), 1 for a word of one slot. */
function rarityOf(profiles: readonly SlotProfile[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { terms } of profiles)
    for (const term of terms.keys()) counts.set(term, (counts.get(term) ?? 0) + 1);
  const most = Math.log(1 + profiles.length);
  const rarity = new Map<string, number>();
  for (const [term, count] of counts)
    rarity.set(term, Math.max(weights.commonest, Math.log(1 + profiles.length / count) / most));
  return rarity;
}
