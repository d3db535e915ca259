/** Numbers of this room that no user turns, each with its reason. */

// What a text is made of
/**
 * Squared length that each block of `Hashed` may have. Two words together say more than each alone; letters forgive
 * spelling and inflection.
 */
export const blockShares = [0.2, 0.1, 0.3, 0.4] as const;
/** Power of the logarithm of inverse document frequency: a rare word says more, but not all that its rarity promises. */
export const rarityPower = 0.6;

// The meaning of a text, where there are embeddings
/** Part of a text's squared length that its meaning has. */
export const meaningShare = 0.5;

// The classifier
/** Of a phrase on the wrong side of its margin (C of a support vector machine): higher follows the phrases more closely. */
export const svmCost = 2;
/** Passes over all phrases. */
export const svmRounds = 2;
/** With so many phrases a class, a feature that one phrase alone has is chance, and half of all features are such. */
export const plenty = 30;

// Its probabilities
/** Held-out phrases on which probabilities are fitted: more cost more. */
export const calibrationPhrases = 400;
/** Weights, on a scale on which an intent's own phrases score 1, that are too small to matter. */
export const leastFeatureWeight = 0.02;

// Their temperature
/** Inverse temperature where nothing could be held out: cautious. */
export const unprovenTemperature = 4;
/** The search ends here: beyond it every prediction is certain. */
export const widestTemperature = 30;

// None of the intents
/**
 * How many texts of a bot belong to no intent is unknown before reading them: one in ten keeps a plain request from being refused,
 * and strong evidence outweighs it.
 */
export const outOfScopePrior = 0.1;
/** Of gradient descent. */
export const scopeSteps = 300;
/** Length of a step, of evidence that is standardised. */
export const scopeRate = 2;
/** L2: few rows must not make the evidence certain. */
export const scopePenalty = 0.01;

// What is held back to learn from
/** Of cross-validation, at least. */
export const fewestFolds = 5;
/** One intent in so many is held back. */
export const heldBackParts = 3;

// How alike two texts are
/** Squared length that single stems and pairs of stems may have. */
export const likenessShares = { one: 0.7, pair: 0.3 };
/** A feature of one text alone joins nothing. */
export const fewestTexts = 2;
/** Of the likeness, what standing alike to the known intents makes. */
export const standing = 0.2;

// Groups of texts
/** Neighbours that a text has; fewer make smaller groups. */
export const neighbours = 25;

/** Phrases whose features are kept for the next training: about two kilobytes each. */
export const phrasesRemembered = 5_000;
