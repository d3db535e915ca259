/** What a wrap-up code, or a queue, says of the customer's intent: P(intent | label), learned from this bot's journeys. */
import { stem } from '../text/words.js';
import { splitName } from './slot-profile.js';

/** Probabilities over the bot's intents in a fixed order, and of "none of them" in the last place. They add up to 1. */
export type Distribution = readonly number[];

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
const namesake = 3;
/** A label that leaves this share of the prior's uncertainty says nothing. */
const uninformative = 0.85;
const rounds = 4;

/**
 * Expectation-maximisation: each journey's posterior is sharpened by what its label is known to mean, then the label's
 * meaning is taken from its journeys again. `reviewed` labels are as a person said.
 */
export function learnOutcomes(
  observations: readonly Observation[],
  intents: readonly string[],
  reviewed: ReadonlyMap<string, readonly string[] | null>,
): OutcomeModel {
  const prior = mean(
    observations.map(({ posterior }) => posterior),
    intents.length + 1,
  );
  const byLabel = new Map<string, Distribution[]>();
  for (const { label, posterior } of observations)
    byLabel.set(label, [...(byLabel.get(label) ?? []), posterior]);
  const learned = new Map<string, Distribution | null>();
  for (const [label, posteriors] of byLabel)
    learned.set(label, meaningOf(label, posteriors, prior, intents));
  for (const [label, means] of reviewed)
    if (means !== null || !learned.has(label) || reviewed.get(label) === null)
      learned.set(label, means && reviewedMeaning(means, intents));
  return { given: (label) => (label === undefined ? null : (learned.get(label) ?? null)) };
}

function meaningOf(
  label: string,
  posteriors: readonly Distribution[],
  prior: Distribution,
  intents: readonly string[],
): Distribution | null {
  const base = basis(label, prior, intents);
  let meaning = estimate(posteriors, base);
  for (let round = 0; round < rounds; round++) {
    const sharpened = posteriors.map((posterior) =>
      normalised(posterior.map((p, i) => (p * (meaning[i] ?? 0)) / Math.max(prior[i] ?? 0, 1e-6))),
    );
    meaning = estimate(sharpened, base);
  }
  return entropy(meaning) > uninformative * entropy(prior) ? null : meaning;
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

function estimate(posteriors: readonly Distribution[], base: Distribution): Distribution {
  return normalised(base.map((b, i) => b + posteriors.reduce((sum, p) => sum + (p[i] ?? 0), 0)));
}

function reviewedMeaning(means: readonly string[], intents: readonly string[]): Distribution {
  const known = means.filter((intent) => intents.includes(intent));
  const floor = 0.05 / (intents.length + 1);
  const share = known.length > 0 ? 0.95 / known.length : 0;
  const meaning = intents.map((intent) => floor + (known.includes(intent) ? share : 0));
  return normalised([...meaning, floor + (known.length > 0 ? 0 : 0.95)]);
}

export function normalised(weights: readonly number[]): Distribution {
  const sum = weights.reduce((a, b) => a + b, 0);
  return sum > 0 ? weights.map((weight) => weight / sum) : weights.map(() => 1 / weights.length);
}

function mean(distributions: readonly Distribution[], size: number): Distribution {
  const even = Array.from({ length: size }, () => 1);
  return estimate(distributions, even);
}

function entropy(distribution: Distribution): number {
  return distribution.reduce((sum, p) => (p > 0 ? sum - p * Math.log2(p) : sum), 0);
}
