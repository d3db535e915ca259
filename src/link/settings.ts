/** Numbers of linking that no user turns, each with its reason. What they come to is measured in docs/measurements.md ("Links"). */

// Of each side
/** Of a contact, so many turns are read: what comes later is about the solution. */
export const openingTurns = 16;
/** So many contacts tell how rare a word is. */
export const topicsLearnedFrom = 40_000;
/** Queues with at least this share of the contacts are a topic, so that there are twenty at the most. */
export const ownTopicFrom = 0.05;
/** Shares of words are multiples of this, so that sums do not depend on the order of their terms. */
export const shareGrain = 2 ** -20;
/** A group's shares of its words are given so many contacts' worth of those of all. */
export const borrowedContacts = 30;
/** A transferred customer is in the next queue this soon, as the clocks of one system go. */
export const transferWithinMs = { before: 120_000, after: 600_000 };

// Pairs worth comparing
/** A pair that would have to be among this share of the best by its words to matter is left out. */
export const luckyShare = 0.1;
/** A value that more contacts have than this identifies nobody, and comparing all of them takes too long. */
export const mostCarriersOfValue = 200;
/** Bits between two entries of the table of stretches that are worth comparing. */
export const scoreGrain = 0.25;
/** A value on more contacts than this is shared: a household, a switchboard, a placeholder. */
export const sharedFrom = { few: 3, many: 20 };
/** Level of the comparison by identity from which on the two share one that few others have. */
export const sameIdentity = 4;
/** Variance in bits squared of what chance alone cannot explain: some topics are common for a few days. */
export const chanceVariance = 4;
/** Of the fitted curve of waits, this share is left to the starting one: some waits are of no usual kind. */
export const unusualWaitShare = 0.02;
/** Standard deviation, in natural log of seconds: no queue answers as evenly as a small sample may look. */
export const leastWaitSpread = 0.35;

// Clocks
/** Offsets of time zones, and then some: a clock that is further away is beyond repair. */
export const widestShiftMs = 14 * 3_600_000;
/** An identity on more contacts than this names no one. */
export const mostCarriersForClocks = 5;
/** Fewer pairs that share a key or an identity show no shift of the clocks. */
export const leastPairsForClocks = 20;
/** Gaps of one handoff process lie this close together, so the densest stretch is theirs. */
export const stretchMs = 180_000;
/** The densest stretch is searched in steps of this. */
export const stepMs = 15_000;
/** Further from the densest stretch than this, pairs are different customers who share a value by chance. */
export const farMs = 3 * 3_600_000;
/** Standard deviations by which the densest stretch has to stand out from that, of all the stretches that might have. */
export const leastDeviations = 6;
/** Where this share of the densest step is reached, the gaps begin. */
export const onsetShare = 0.1;
/** Records begin up to this long after the handoff without anybody's clock being wrong. */
export const processMs = 3_600_000;
/** Clocks that differ by no more are one: records begin this long before and after the handoff anyway. */
export const usualMs = { before: 2000, after: 30_000 };
/** An hour of the week is judged closed only after this many days of its kind, and where open hours are not empty either. */
export const leastDaysOfHour = 5;
/** Of the open hours. */
export const leastContactsAnHour = 1;

// Learning
/** Handoffs and pairs to learn from; more teach nothing new, and the time is better spent on linking. */
export const mostLearnedFrom = { handoffs: 2000, pairs: 1_500_000 };
/** Whole stretches of time, since rivals stand next to each other; each of several windows, since its last has none. */
export const mostStretches = 6;
export const windowsAStretch = 4;
/** Links that are certain and are learned from. */
export const mostKnown = 5000;
/** Certain pairs for each open handoff from which on they alone teach what queues take and what sessions are about: the likely ones would add their errors. */
export const certainTeachFrom = 5;
/** Of expectation maximisation, at most. */
export const iterations = 40;
/** After so many, what is hopeless stays so, and costs no more time. */
export const warmUpIterations = 2;
/** A model whose shares move by less than this is learned. */
export const settledShare = 0.001;
/** Journeys' worth of the starting values, in m and in u alike: what is not seen in either weighs what they say. */
export const startingTrust = 20;
/** Share of contacts without a handoff that are taken for returns; more of them would be other customers with the same topic. */
export const mostReturns = 0.5;
/** Handoffs that a first guess is worth: equal names, one name within the other, and nothing in common. */
export const guessedHandoffs = { same: 8, near: 4, any: 2 };
/** Features of fewer texts say nothing of a subject. */
export const leastTexts = 3;
/** Texts' worth of "as likely as anywhere": what rests on little says little. */
export const liftInertia = 0.5;
/** A less likely pair is more often two different customers, and teaches nothing of its subject. */
export const leastWeight = 0.3;
/** Nothing is learned from fewer pairs. */
export const leastPairsOfSubject = 30;
/** Sides that tell how common a feature is. */
export const subjectsLearnedFrom = 40_000;
/** Rounds in which subjects are learned from pairs, and pairs judged by subjects. */
export const subjectRounds = 3;
/** Features of one text come in company, and are worth less than if each stood for itself. */
export const subjectTemper = 0.8;
/** Subjects that a side may have, and the probability that each has at least. */
export const mostSubjects = 5;
export const leastSubjectShare = 0.05;

// Deciding
/** Odds below this take nothing from any rival; leaving such pairs out of the matching keeps crowded hours cheap. */
export const negligible = 1e-3;
/** Below this many bits in common, nobody takes two customers for one. */
export const sameCustomerFrom = 3;
/** Beyond this the numbers of the propagation run out. */
export const mostBits = 60;
/** Belief propagation for the links that are shown. */
export const thorough = { sweeps: 100, tolerance: 1e-5 };
/** Enough for a step of learning, which the next step corrects. */
export const quick = { sweeps: 10, tolerance: 1e-3 };
/** A shared key is right but for a wrong record now and then; nothing that was scored is surer. */
export const keyProbability = 0.9999;
/** Rivals that an explanation names. */
export const rivalsShown = 3;
/** From this posterior on a link does not move any more, but for a key. */
export const certainFrom = 0.99;
/** A hole in the records has at least this many on one side and nothing on the other. */
export const gapFrom = 5;
/** Rivals that together are likelier than none mean that several fit, not that nobody took it. */
export const rivalsFit = 0.5;
/** A survey that names the customer alone belongs to a contact that ended at most this long before it. */
export const surveyDays = 14;
