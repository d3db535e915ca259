/** What a wrap-up code, or a queue, says of the customer's intent: P(intent | label), learned from this bot's journeys. */

import { stem } from '../text/words.js';
import { splitName } from '../transcript/clauses.js';
import { type Distribution, normalised } from './distribution.js';
import { createTally, type Hearing, likelihoods, spreadOf, usualHearing } from './hearing.js';
import { measureSilence } from './silence.js';

export interface OutcomeModel {
  /** null: the label is unknown, or says nothing. */
  given(label: string | undefined): Distribution | null;
}

export interface Observation {
  label: string;
  /** The shadow's posterior on the customer's words. Never the bot's own prediction. */
  posterior: Distribution;
}

/** Pseudo-journeys with which a label starts: spread as the prior, and on the intent whose name it bears. */
const smoothing = 2;
const namesake = 8;
/** A label that leaves this share of the prior's uncertainty says nothing. */
const uninformative = 0.85;
const rounds = 12;
/** Share of a label's journeys below which an intent is taken for a misreading. */
const sparsity = 0.02;
/** Any label may be given to something else now and then. */
const leastNone = 0.02;
/** A smaller share of a journey teaches nothing. */
const negligible = 1e-3;

export interface LearnedOutcomes {
  model: OutcomeModel;
  hearing: Hearing;
}

/**
 * Expectation-maximisation over all labels at once: what each label means, and how well the shadow hears these customers.
 * A label with a core of journeys that the shadow hears means that intent, however many more it does not understand; one that leaves it
 * silent means none of them (see `silence.ts`). `reviewed` labels are as a person said.
 */
export function learnOutcomes(
  observations: readonly Observation[],
  intents: readonly string[],
  reviewed: ReadonlyMap<string, readonly string[] | null>,
): LearnedOutcomes {
  const size = intents.length;
  const posteriors = observations.map(({ posterior }) => posterior);
  const prior = normalised([...intents.map(() => 1), 1]);
  const groups = grouped(observations);
  const { uncovered, onNone } = measureSilence(groups);
  let hearing: Hearing = {
    ...usualHearing,
    silenceOnNone: onNone,
    spread: spreadOf(posteriors, size),
  };
  const meanings = new Map<string, Distribution>();
  const bases = new Map<string, Distribution>();
  for (const label of groups.keys()) {
    const means = reviewed.get(label);
    bases.set(label, basis(label, prior, intents));
    meanings.set(
      label,
      means
        ? reviewedMeaning(means, intents)
        : withNone(bases.get(label) ?? prior, uncovered.get(label) ?? 0),
    );
  }
  for (let round = 0; round < rounds; round++) {
    const tally = createTally();
    for (const [label, own] of groups) {
      const meaning = meanings.get(label) ?? prior;
      const sums = [...(bases.get(label) ?? prior)];
      for (const posterior of own) {
        const said = likelihoods(posterior, hearing);
        const wanted = normalised(said.map((likelihood, k) => likelihood * (meaning[k] ?? 0)));
        wanted.forEach((share, k) => {
          sums[k] = (sums[k] ?? 0) + share;
          if (share < negligible) return;
          if (k < size) tally.addIntent(posterior, k, share, hearing);
        });
      }
      const floor = bases.get(label) ?? prior;
      // Without this a mixture of many intents explains whatever the shadow rambles: a code stands for few of them.
      const sparse = sums.map((sum, k) => Math.max(floor[k] ?? 0, sum - sparsity * own.length));
      if (!reviewed.get(label)) meanings.set(label, withNone(sparse, uncovered.get(label) ?? 0));
    }
    hearing = tally.hearing(hearing);
  }
  return { model: modelOf(meanings, reviewed, intents), hearing };
}

/** Weights of the intents scaled to what is left beside the share that none of them covers. */
function withNone(weights: readonly number[], uncovered: number): Distribution {
  const intents = normalised(weights.slice(0, -1));
  const none = Math.max(leastNone, uncovered);
  return [...intents.map((share) => share * (1 - none)), none];
}

function grouped(observations: readonly Observation[]): Map<string, Distribution[]> {
  const groups = new Map<string, Distribution[]>();
  for (const { label, posterior } of observations) {
    const own = groups.get(label);
    if (own) own.push(posterior);
    else groups.set(label, [posterior]);
  }
  return new Map([...groups].sort(([a], [b]) => (a < b ? -1 : 1)));
}

function modelOf(
  meanings: ReadonlyMap<string, Distribution>,
  reviewed: ReadonlyMap<string, readonly string[] | null>,
  intents: readonly string[],
): OutcomeModel {
  const told = new Map<string, Distribution | null>();
  const most = Math.log2(Math.max(2, intents.length));
  for (const [label, meaning] of meanings)
    told.set(label, entropy(meaning) > uninformative * most ? null : meaning);
  for (const [label, means] of reviewed) told.set(label, means && reviewedMeaning(means, intents));
  return { given: (label) => (label === undefined ? null : (told.get(label) ?? null)) };
}

function basis(label: string, prior: Distribution, intents: readonly string[]): Distribution {
  const words = splitName(label).map(stem);
  const alike = intents.map((intent) => overlap(words, splitName(intent).map(stem)));
  return prior.map((p, i) => smoothing * p + namesake * (alike[i] ?? 0) ** 2);
}

function overlap(a: readonly string[], b: readonly string[]): number {
  const shared = a.filter((word) => b.includes(word)).length;
  return a.length + b.length === 0 ? 0 : (2 * shared) / (a.length + b.length);
}

function reviewedMeaning(means: readonly string[], intents: readonly string[]): Distribution {
  const known = means.filter((intent) => intents.includes(intent));
  const floor = 0.05 / (intents.length + 1);
  const share = known.length > 0 ? 0.95 / known.length : 0;
  const meaning = intents.map((intent) => floor + (known.includes(intent) ? share : 0));
  return normalised([...meaning, floor + (known.length > 0 ? 0 : 0.95)]);
}

function entropy(distribution: Distribution): number {
  return distribution.reduce((sum, p) => (p > 0 ? sum - p * Math.log2(p) : sum), 0);
}
