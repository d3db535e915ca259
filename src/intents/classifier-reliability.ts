/**
 * How well the classifier hears this bot's customers. Their wording is not that of the training phrases, so that it names none is
 * often no more than that it does not understand; what it is worth is learned from the night itself, of wishes that the bot has an intent for and of others.
 */
import { type Distribution, normalised } from './distribution.js';
import { heardFrom, leaningCounts, rankTells, usualCounts, usually } from './settings.js';

/** A posterior over the intents ("none" last), and how clearly it was heard. */
export interface IntentReading {
  posterior: Distribution;
  /** The best intent. */
  best: number;
  /** 0 clear, 1 faint, 2 silent, 3 heard as none of the intents. */
  grade: 0 | 1 | 2 | 3;
}

export interface ClassifierReliability {
  /** P(grade | one of the intents is wanted), P(grade | none of them), P(the best is right | grade). */
  covered: readonly number[];
  outOfScope: readonly number[];
  right: readonly number[];
  /** What is named clearly or faintly, over the intents: by everybody, and by those who want none of them. */
  spread: Distribution;
  outOfScopeSpread: Distribution;
  /** Mean share of each intent in the rankings of what is heard as silent: common to all wishes, so it tells none. */
  leaning: Distribution;
}

/** The grade of what is heard clearly. */
export const clear = 0;
const silent = 2;
const foreign = 3;

export function reading(posterior: Distribution): IntentReading {
  const size = posterior.length - 1;
  let best = 0;
  for (let k = 1; k < size; k++) if ((posterior[k] ?? 0) > (posterior[best] ?? 0)) best = k;
  const share = posterior[best] ?? 0;
  const named = share >= heardFrom.clear ? 0 : share >= heardFrom.faint ? 1 : silent;
  const grade = (posterior[size] ?? 0) >= heardFrom.none ? foreign : named;
  return { posterior, best, grade };
}

/** Before anything was learned but what the classifier names how often. */
export function usualReliability(
  all: readonly IntentReading[],
  intents: number,
): ClassifierReliability {
  const named = Array.from({ length: intents }, () => 1);
  const leaning = Array.from({ length: intents }, () => 1 / intents);
  let silences = 1;
  for (const { posterior, best, grade } of all) {
    if (grade < silent) named[best] = (named[best] ?? 0) + 1;
    else if (grade === silent) {
      silences += 1;
      const rest = namedShare(posterior);
      for (let k = 0; k < intents; k++) leaning[k] = (leaning[k] ?? 0) + (posterior[k] ?? 0) / rest;
    }
  }
  const spread = normalised(named);
  return {
    ...usually,
    spread,
    outOfScopeSpread: spread,
    leaning: leaning.map((n) => n / silences),
  };
}

const namedShare = (posterior: Distribution): number =>
  Math.max(1e-6, 1 - (posterior[posterior.length - 1] ?? 0));

/** P(what was heard | each intent, and none in the last place), up to a common factor. */
export function likelihoods(one: IntentReading, reliability: ClassifierReliability): number[] {
  const found = new Array<number>(reliability.spread.length + 1).fill(0);
  fillLikelihoods(one, reliability, found);
  return found;
}

/** The same into a list that is there: learning asks for every contact in every round. */
export function fillLikelihoods(
  { posterior, best, grade }: IntentReading,
  reliability: ClassifierReliability,
  found: number[] | Float64Array,
): void {
  const { spread, leaning } = reliability;
  const size = spread.length;
  const covered = reliability.covered[grade] ?? 0;
  const right = reliability.right[grade] ?? 0;
  const outOfScope = reliability.outOfScope[grade] ?? 0;
  if (grade === foreign) {
    for (let k = 0; k < size; k++) found[k] = covered / size;
    found[size] = outOfScope / size;
    return;
  }
  if (grade === silent) {
    const rest = namedShare(posterior);
    for (let k = 0; k < size; k++) {
      const by = (right * (posterior[k] ?? 0)) / rest / Math.max(1e-9, leaning[k] ?? 0);
      found[k] = (covered * (by + 1 - right)) / size;
    }
    found[size] = outOfScope / size;
    return;
  }
  const astray = spread[best] ?? 0;
  const others = Math.max(1e-6, namedShare(posterior) - (posterior[best] ?? 0));
  for (let k = 0; k < size; k++) {
    const wrong = ((1 - right) * astray) / Math.max(1e-9, 1 - (spread[k] ?? 0));
    // What is taken for its neighbour is ranked behind it, not anywhere.
    const ranked = ((size - 1) * (posterior[k] ?? 0)) / others;
    found[k] = covered * (k === best ? right : wrong * (1 - rankTells + rankTells * ranked));
  }
  found[size] = outOfScope * (reliability.outOfScopeSpread[best] ?? 0);
}

/** Counts from which the next reliability is taken: the usual ones, and what the contacts add. */
export function createTally(before: ClassifierReliability) {
  const covered = usually.covered.map((share) => share * usualCounts);
  const outOfScope = usually.outOfScope.map((share) => share * usualCounts);
  const told = usually.right.map(() => usualCounts);
  const right = usually.right.map((share) => share * usualCounts);
  const spread = before.spread.map((share) => share * leaningCounts);
  return {
    /** @param wanted shares of the intents and, last, of none */
    add({ best, grade }: IntentReading, wanted: Distribution): void {
      const none = wanted[wanted.length - 1] ?? 0;
      covered[grade] = (covered[grade] ?? 0) + 1 - none;
      outOfScope[grade] = (outOfScope[grade] ?? 0) + none;
      if (grade >= silent) return;
      told[grade] = (told[grade] ?? 0) + 1 - none;
      right[grade] = (right[grade] ?? 0) + (wanted[best] ?? 0);
      spread[best] = (spread[best] ?? 0) + none;
    },
    reliability: (): ClassifierReliability => ({
      ...before,
      covered: normalised(covered),
      outOfScope: normalised(outOfScope),
      right: right.map((n, grade) => n / (told[grade] ?? 1)),
      outOfScopeSpread: normalised(spread),
    }),
  };
}
