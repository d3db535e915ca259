/** Probabilities over the bot's intents in a fixed order, and of "none of them" in the last place. They add up to 1. */
export type Distribution = readonly number[];

/** The same shares of 1; equal ones where all weights are 0. */
export function normalised(weights: readonly number[]): Distribution {
  const sum = weights.reduce((a, b) => a + b, 0);
  return sum > 0 ? weights.map((weight) => weight / sum) : weights.map(() => 1 / weights.length);
}
