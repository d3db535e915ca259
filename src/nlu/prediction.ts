import type { Prediction } from '../domain/classifier.js';

/** What is said of a text of which nothing is known. */
export function certainlyNone(intents: readonly string[]): Prediction {
  const ranking = intents.map((intent) => ({ intent, probability: 0 }));
  return { intent: null, probability: 1, ranking, none: 1 };
}

/**
 * The ranking is made when it is first read: sorting all intents takes as long as judging a text.
 *
 * @param shares probabilities of the intents if one fits and, after them, of the given out-of-scope examples.
 * @param outOfScope probability that none fits, beside what the out-of-scope examples say.
 */
export function prediction(
  intents: readonly string[],
  shares: Float64Array,
  outOfScope: number,
): Prediction {
  const none = 1 - (1 - outOfScope) * (1 - (shares[intents.length] ?? 0));
  let best = 0;
  for (let k = 1; k < intents.length; k++)
    if ((shares[k] as number) > (shares[best] as number)) best = k;
  const probability = (1 - outOfScope) * (shares[best] as number);
  const named = probability >= none;
  let ranking: Prediction['ranking'] | undefined;
  return {
    intent: named ? (intents[best] ?? null) : null,
    probability: named ? probability : none,
    get ranking() {
      ranking ??= rank(intents, shares, 1 - outOfScope);
      return ranking;
    },
    none,
  };
}

/** Equals stay in the order of their names. */
function rank(
  intents: readonly string[],
  shares: Float64Array,
  own: number,
): Prediction['ranking'] {
  return intents
    .map((intent, k) => ({ intent, probability: own * (shares[k] as number) }))
    .sort((a, b) => b.probability - a.probability);
}
