/** What reading the agents' wordings is tuned by. Measured on a company of another author, reported on another (docs/measurements.md, slots). */

/** Of expectation maximisation. */
export const rounds = 8;
/** What the bot's own questions teach comes first: a slot's wordings join it where their answers are like those. */
export const firstTrust = 0.3;
/** Of what a prior leaves open, this much is for what no class stands for. */
export const otherShare = 0.5;
/** See `createFeatureTable`. */
export const smoothing = { words: 60, answers: 12, about: 12 };
/** Words come in more than one feature each, and are no independent witnesses. */
export const wordTrust = 0.5;
export const mostOfWords = 3;
/** What one answer, or one contact's subject, is worth; many are worth more, up to `mostWitnesses`. */
export const answerTrust = 2;
export const aboutTrust = 0.6;
export const mostWitnesses = 16;
/** Natural log of how much likelier a question is to mean a slot when the bot's value is the answer. */
export const proofTrust = 3.5;
/** The bot hears some values wrongly, and customers correct themselves. */
export const heardRightly = 0.85;
/** All contacts with a wording together say no more than this. */
export const mostIdentity = 8;
export const leastPrior = 1e-4;

/** Agents' answers teach a slot this much where the bot's own questions have taught it: they may be for another one. */
export const borrowedTrust = 0.2;
/** From this prior on a wording says a slot's name. */
export const namedFrom = 0.1;
/** Words that no class stands for are at most this unlikely to be asked with: nobody knows them. */
export const leastOfOther = -1;
/** Of what a prior leaves open, for each kind of answer that belongs to no slot that is known. */
export const unknownShare = 0.1;
/** What the form that a contact is about says of a slot, beside its words and answers. */
export const formTrust = 0.7;
/** Below this share of yes and no among the answers to the bot's own questions, a yes or no answers no question for the slot. */
export const yesNoBelow = 0.1;
/** Answers to the bot's own questions from which they say enough of a slot. */
export const fewestOwn = 15;

// What an intent needs
export const needRounds = 8;
/** Journeys that the mean over all intents counts for in the rate of each. */
export const needTrust = 3;
export const usuallyRight = 0.7;
/** Agents leave out questions for many reasons: one that is not asked says less than one that is. */
export const silenceTrust = 0.3;
export const negligible = 1e-3;
/** The signals together are surer than they are right. */
export const claimTrust = 0.5;
export const mostRate = 0.99;
export const usuallyRead = 0.8;
/** Journeys that are likelier about an intent than not say whether its slots are asked for. */
export const likelyAbout = 0.5;
/** Where less is seen, agents do not ask for what the definition names: customers tell it unasked, or the bot told them. */
export const leastRead = 0.5;
/** What the definition says an intent needs, an agent who does not have it asks for. */
export const definedRate = 0.9;
/** What is named, or only stated, is asked for where at least this share of its sightings is answered by a value. */
export const answeredShare = 0.6;
/** A statement that a value answers is more often beside the matter ("the form is in your mail", "phew") than a question. */
export const idleStatement = 0.9;
/** From this probability on a statement is read as a question, by what its words ask for elsewhere. */
export const leastOfStatement = 0.5;
