/** Numbers of this room that no user turns, each with its reason. */

// Dead ends
/** Two-sided; its lower end is a one-sided 95 % bound. */
export const deadEndLevel = 0.9;
/** An intent is no dead end where every intent is one: it must lie this far (of 1) above the others. */
export const clearlyAbove = 0.1;
/** Its lower end is exceeded in four of five cases. */
export const likelyShare = 0.6;

// Bad hours
/** A rise below a quarter, in odds, is nobody's ticket however sure it is. */
export const worthwhileOdds = 1.25;

/** Where the bot's ending belongs to some hours, all failures of these hours must at least lean the same way (one-sided). */
export const agreementLevel = 0.01;

/** Characters of the line that are quoted; a bot's answer may be a page long. */
export const shownOfLine = 160;

// The scan for them
/** Fewer expected failures in a window than this, and the normal distribution does not describe them. */
export const minimumExpected = 5;

// The smallest effect that it could have seen
/** Intents with the most sessions; of the others nothing small could be seen. */
export const intentsShown = 10;
/** The window that the answer is for: three hours of weekdays (of all days where there are no weekdays). */
export const typicalHours = 3;

// What is behind bad hours: a share is a sign where it is so high, and so many times that of the other hours
/** Share of sessions with an error. */
export const errorsFrom = 0.3;
export const timesOther = 2;
/** Share of handoffs without a contact, above that of the other hours. */
export const unlinkedBeyond = 0.2;
/** Seconds until an agent answered. */
export const waitFrom = 120;
/** Share of the journeys of these hours whose first broken link is the bot's own, or that end with one line. */
export const ownFrom = 0.6;
/** Fewer sessions than this say nothing of the hours. */
export const fewestInWindow = 10;

// Incidents
/** Chance of a single false incident in a night without any, over all hours of all days (Bonferroni). */
export const nightlyLevel = 0.01;

// Bursts of one day
/** Fewer than these days of the same kind (weekday, weekend) make no "usual". */
export const minimumOtherDays = 3;
/** A burst is worth a person's look: so many failures too many. */
export const minimumExcess = 5;
/** The worst quarter of the days is left out: an incident would hide itself, and those of a bad month each other. */
export const calmShare = 0.75;
/** Variance of a normal distribution without its highest quarter. */
export const calmVariance = 0.535;
