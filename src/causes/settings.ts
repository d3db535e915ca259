/** Numbers of this room that no user turns, each with its reason. */

// What is usual on this bot
/** Two-sided, so that its lower end is a one-sided 95 % bound. */
export const level = 0.9;
/** Fewer failures than these may be one customer. */
export const fewestFailures = 5;

// What surely fails more often than usual
/**
 * How many times the usual rate a slot or a backend must surely fail to be work of its own; and a loop, which the bot's one
 * rule for retries answers unless a form holds customers far more often than the others.
 */
export const timesUsual = 1.5;
export const timesUsualLoop = 3;
/** Share of sessions with an error that no operator takes for usual. */
export const everywhere = 0.05;

// Causes
/** A person can read this many journeys one by one; where there are more, a single journey is chance and no cause. */
export const readable = 50;
/** Journeys by strong links that are left where the weak ones are wrong. */
export const minimumStrong = 2;
/** Posterior from which a link is strong, however low the bar is that a user has set for `linked`: one wrong in ten at most. */
export const strongLink = 0.9;

// What a ticket shows
export const quotesShown = 5;
/** Journeys whose words are compared with each other. */
export const mostCompared = 300;

// Repairs
/** One change for the whole bot is about no intent; of its slots those are named that most journeys have. */
export const slotsNamed = 4;

/** Intents that a missing one is told from, and the share of its journeys that the bot took for each at least. */
export const nearestShown = 3;
export const nearestShare = 0.1;

/**
 * Customers whose words are less alike than so many times those of any customers want different things, of at least so many. In three companies codes of
 * one wish had 1.7 to 2.9 times as much in common, two of two wishes 1.5, and those of what is nobody's 1.0 to 1.5.
 */
export const differentWishes = { timesUsual: 1.5, fewest: 15 };

/**
 * At least so many customers under one code want the one wish of another that has so many times as many, where their words are this like theirs, beside
 * theirs among each other. In four companies codes with some of the same wish had .78 to 1.03, of 8 to 13 journeys, and those of another wish .30 to .57.
 */
export const oneWish = { fewestJoined: 5, fewest: 15, timesAsMany: 4, likeness: 0.75 };
