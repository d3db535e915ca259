/**
 * What a label (a wrap-up code, a queue) says of the customer's wish, learned from the words of the contacts that bear it.
 * A label is a mixture: of few intents, of anything (it says nothing, or is used wrongly), and of none of the bot's. So a label whose words
 * scatter, or fit no intent, comes to mean none of them, and words that fit no intent under a shared label are none of them, too.
 */
import type { LabelMeaning } from '../domain/config.js';
import { stem } from '../text/words.js';
import { splitName } from '../transcript/clauses.js';
import {
  type ClassifierReliability,
  createTally,
  fillLikelihoods,
  type IntentReading,
  reading,
  usualReliability,
} from './classifier-reliability.js';
import { type Distribution, normalised } from './distribution.js';
import { heardApart } from './heard-apart.js';
import { type FiledHere, filedHere } from './one-code.js';
import type { PhraseLabels } from './phrase-labels.js';
import {
  byPhrases,
  leastContacts,
  leastShare,
  namesake,
  noneUnseen,
  pruningFrom,
  reviewedCounts,
  rounds,
  startsAsAny,
  startsAsNone,
} from './settings.js';

/** By label; null: it says nothing. */
export type OutcomeModel = ReadonlyMap<string, Distribution | null>;

/** null: the label is unknown, or says nothing. */
export const meaningOf = (label: string | undefined, model: OutcomeModel): Distribution | null =>
  label === undefined ? null : (model.get(label) ?? null);

export interface Observation {
  label: string;
  /** The classifier's posterior on the customer's words. Never the bot's own prediction. */
  posterior: Distribution;
}

/** What a person says that labels mean. */
export type Reviewed = ReadonlyMap<string, LabelMeaning>;

export interface LearnedOutcomes {
  model: OutcomeModel;
  filedHere: FiledHere;
  reliability: ClassifierReliability;
  /** Over all contacts: the intents and, last, none of them. */
  base: Distribution;
}

/** What is known of labels beside the words of the contacts that bear them. */
export interface KnownOfLabels {
  /** What the bot's training phrases say of the labels. */
  phrasesFiled: PhraseLabels;
  /** See `coveredCodes`. */
  covered: ReadonlySet<string>;
}

const nothingKnown: KnownOfLabels = { phrasesFiled: new Map(), covered: new Set() };

interface Meaning {
  few: number[];
  any: number;
  none: number;
}

/**
 * Expectation-maximisation over all labels at once: what each means, and how well the customers are heard. Small shares of a
 * label are pruned (after Figueiredo & Jain 2002), or a mixture of many intents would explain whatever the classifier names.
 */
export function learnOutcomes(
  observations: readonly Observation[],
  intents: readonly string[],
  reviewed: Reviewed,
  { phrasesFiled, covered }: KnownOfLabels = nothingKnown,
): LearnedOutcomes {
  const size = intents.length;
  const groups = grouped(observations);
  let reliability = usualReliability([...groups.values()].flat(), size);
  const starts = new Map(
    [...groups.keys()].map((label) => [
      label,
      startOf(label, intents, reviewed.get(label), phrasesFiled.get(label)),
    ]),
  );
  const apart = covered.size > 0 ? heardApart(groups, size) : new Map<string, boolean[]>();
  const meanings = new Map<string, Meaning>();
  for (const [label, start] of starts)
    meanings.set(
      label,
      scaled({ ...start, few: start.few.map((n) => n + 2 / size), none: start.none + 1 }),
    );
  for (let round = 0; round < rounds; round++) {
    const tally = createTally(reliability);
    for (const [label, own] of groups) {
      const meaning = meanings.get(label);
      const start = starts.get(label);
      if (!meaning || !start) continue;
      const sums = addUp(own, meaning, reliability, tally.add);
      const least = (leastContacts + leastShare * own.length) * Math.min(1, round / pruningFrom);
      const isApart = covered.has(label) ? apart.get(label) : undefined;
      // From what is heard apart less is taken, in proportion to its share of the label.
      const pruned = sums.few.map((sum, k) => (isApart?.[k] ? (least * sum) / own.length : least));
      meanings.set(label, next(sums, start, pruned, reviewed.get(label) != null));
    }
    reliability = tally.reliability();
  }
  return {
    model: modelOf(meanings, reviewed, intents),
    filedHere: filedHere(
      [...groups].flatMap(([label, { length }]) =>
        reviewed.has(label) ? [] : [[label, length, meanings.get(label)?.few ?? []]],
      ),
    ),
    reliability,
    base: baseOf(groups, meanings, size),
  };
}

/** Contacts that a label has before any is seen. */
function startOf(
  label: string,
  intents: readonly string[],
  means: LabelMeaning | undefined,
  ofPhrases: readonly number[] = [],
): Meaning {
  if (means) {
    const each = reviewedCounts / Math.max(1, means.length);
    const few = intents.map((one) => (means.includes(one) ? each : 0));
    // An intent that the bot does not have is none of its own.
    const isForeign = means.some((one) => one === null || !intents.includes(one));
    return { few, any: startsAsAny, none: isForeign ? each : startsAsNone };
  }
  const words = splitName(label).map(stem);
  const few = intents.map(
    (intent, k) =>
      namesake * overlap(words, splitName(intent).map(stem)) ** 2 +
      byPhrases.counts * (ofPhrases[k] ?? 0),
  );
  return { few, any: startsAsAny, none: startsAsNone };
}

/** Expected contacts of each part of a label's meaning. Runs for every contact in every round, so `wanted` is one list, filled anew each time: `add` must not keep it. */
function addUp(
  own: readonly IntentReading[],
  { few, any, none }: Meaning,
  reliability: ClassifierReliability,
  add: (one: IntentReading, wanted: Distribution) => void,
): Meaning {
  const size = few.length;
  const shares = Float64Array.from(few);
  const sums = new Float64Array(size);
  const said = new Float64Array(size + 1);
  const wanted = new Array<number>(size + 1).fill(0);
  let [ofAnybody, ofNone] = [0, 0];
  const each = any / size;
  for (const one of own) {
    fillLikelihoods(one, reliability, said);
    const foreign = none * (said[size] ?? 0);
    let all = foreign;
    for (let k = 0; k < size; k++) {
      all += (shares[k] ?? 0) * (said[k] ?? 0);
      all += each * (said[k] ?? 0);
    }
    for (let k = 0; k < size; k++) {
      const ofFew = (shares[k] ?? 0) * (said[k] ?? 0);
      const ofAny = each * (said[k] ?? 0);
      sums[k] = (sums[k] ?? 0) + ofFew / all;
      ofAnybody += ofAny / all;
      wanted[k] = (ofFew + ofAny) / all;
    }
    ofNone += foreign / all;
    wanted[size] = foreign / all;
    add(one, wanted);
  }
  return { few: [...sums], any: ofAnybody, none: ofNone };
}

/**
 * @param pruned contacts that are taken off each intent
 * @param told a person named what this label means: nothing else is learned
 */
function next(sums: Meaning, start: Meaning, pruned: readonly number[], told: boolean): Meaning {
  const few = sums.few.map((sum, k) => {
    const before = start.few[k] ?? 0;
    return told && before === 0 ? 0 : Math.max(0, sum + before - (pruned[k] ?? 0));
  });
  return scaled({ few, any: sums.any + start.any, none: sums.none + start.none });
}

function scaled({ few, any, none }: Meaning): Meaning {
  const all = few.reduce((sum, n) => sum + n, any + none);
  return { few: few.map((n) => n / all), any: any / all, none: none / all };
}

const flat = ({ few, any, none }: Meaning): Distribution => [
  ...few.map((share) => share + any / few.length),
  none,
];

function grouped(observations: readonly Observation[]): Map<string, IntentReading[]> {
  const groups = new Map<string, IntentReading[]>();
  for (const { label, posterior } of observations) {
    const own = groups.get(label);
    if (own) own.push(reading(posterior));
    else groups.set(label, [reading(posterior)]);
  }
  return new Map([...groups].sort(([a], [b]) => (a < b ? -1 : 1)));
}

function baseOf(
  groups: ReadonlyMap<string, readonly IntentReading[]>,
  meanings: ReadonlyMap<string, Meaning>,
  size: number,
): Distribution {
  const sums = [...Array.from({ length: size }, () => (1 - noneUnseen) / size), noneUnseen];
  for (const [label, own] of groups)
    flat(meanings.get(label) ?? { few: [], any: 0, none: 0 }).forEach((share, k) => {
      sums[k] = (sums[k] ?? 0) + share * own.length;
    });
  return normalised(sums);
}

function modelOf(
  meanings: ReadonlyMap<string, Meaning>,
  reviewed: Reviewed,
  intents: readonly string[],
): OutcomeModel {
  const told = new Map<string, Distribution | null>();
  for (const [label, meaning] of meanings) told.set(label, flat(meaning));
  for (const [label, means] of reviewed)
    if (means === null) told.set(label, null);
    else if (!told.has(label)) told.set(label, flat(scaled(startOf(label, intents, means))));
  return told;
}

function overlap(a: readonly string[], b: readonly string[]): number {
  const shared = a.filter((word) => b.includes(word)).length;
  return a.length + b.length === 0 ? 0 : (2 * shared) / (a.length + b.length);
}
