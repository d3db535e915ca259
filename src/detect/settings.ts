/** Numbers of detection that no user turns, each with its reason. What they come to is measured in docs/measurements.md ("What agents ask for", "Whole nights of another author's companies, all of it together"). */
import type { ContextLevel } from '../domain/records.js';

// What is said
/** More words than this do not make a turn say more. */
export const tellingWords = 12;
/** Words of content: "all done" says nothing of how. */
export const leastContentOfSolution = 3;
/** Statements of a solution that are kept of one contact. */
export const statementsKept = 4;
/** A longer silence before a turn is work or waiting, and no part of what is said then. */
export const longestTurnSeconds = 120;
/** An agent's turn with fewer words of content only takes what it was told. */
export const leastContentOfAgent = 2;

// What the customer wanted
/** How far a finding is believed whose wish two independent signals agree on, and one that a single signal tells or that none does. */
export const standingTrust = { label: 1, review: 0.75, none: 0.75 } as const;
/** How far a fallback is a failure where the bot acted on the right intent all the same. */
export const rightlyActedTrust = 0.6;

// Repeats
/** A shorter turn repeats nothing. */
export const fewestWordsOfRepeat = 3;
/** Texts that share less of the shorter one's words are not worth comparing. */
export const leastShared = 0.25;
/** P(both sides' words mean the same intent), from the shadow's posteriors, from which other words retell the matter. */
export const sameMatterFrom = 0.3;
/** The same, for the first words to an agent who knew nothing. */
export const firstWordsFrom = 0.05;
/** Below it, where the shadow is sure of both, the customer has another matter. */
export const otherMatterBelow = 0.02;
/** The shadow is sure of a side's matter from this probability of an intent on. */
export const sureOfMatter = 0.7;
/** Confidence that a matter was told twice where the agent asked for it. */
export const askedForConfidence = 0.8;

// Slots that agents ask for without a definition
/** A share is no share over fewer contacts than this. */
export const fewestContactsOfSlot = 20;
/** Share of contacts in which a text of agents comes from which it is boilerplate, and what an ask in it loses. */
export const boilerplateShare = 0.5;
export const boilerplateDiscount = 0.6;
/** Journeys without a single held value from which on a log is taken to hold none. */
export const fewestWithoutValues = 30;
/** Wordings, and samples of values, that are kept of a slot. */
export const promptsKept = 5;
export const samplesOfSlot = 50;
/** Of one shape of a slot's values. */
export const fewestSamples = 8;

// Findings
/** What is needed and not yet held is what a good agent asks for next. */
export const stillNeededWeight = 1.5;
/** A request for a person, or a failure, this many turns before the handoff still explains it. */
export const recentTurns = 4;
/** Of the bot's lines before the handoff so many are kept: what made it stop, and that it does. */
export const closingLines = 6;
/** A probability that moves by less leaves the findings as they are. */
export const tolerance = 0.05;
/** A doubtful finding explains less than a sure one of a lower place; a third of confidence is one place. */
export const doubtWeight = 3;
/** How well a customer is understood whose agent was given this much of the bot conversation: 0 to 1. */
export const passedOn: Record<ContextLevel, number> = {
  transcript: 1,
  summary: 0.5,
  flag: 0.5,
  none: 0,
};
/** Letters of a word that an opening can refer with. */
export const shortestReference = 3;
/** Words, and words of content, of an answer to an opening that says nothing of a matter: "oh yes, quite right", "confirmed". */
export const mostOfYes = { said: { words: 5, content: 2 }, unsaid: { words: 3, content: 1 } };
/** A word of the customer's that comes in openings less than this many times as often where the customer had said it comes by chance. */
export const customersTimes = 4;
/** A word of the bot's must come so many times as often where the bot had said it, and in so many openings: bots say much that agents say, too. */
export const botsTimes = 6;
export const fewestOfBot = 3;
/** How far the mood must have fallen between the two first words. */
export const fallOfMood = 0.3;
/** Turns of a customer that are first words: anger comes with the greeting or after it. */
export const firstWordsRead = 2;
/** An agent's word that comes this many times as often after plain anger as after anything else calms; seen in so many answers. */
export const deEscalationTimes = 20;
export const fewestCalmed = 5;
/** All words of an answer that calms come together so many times as often after plain anger. */
export const calmedTogether = 100;
/** Agents calm regularly where an answer without such words is less than this as frequent after plain anger as elsewhere. */
export const refutedBelow = 0.5;
/** From here on downwards words are angry more than once, and stay so whatever the agent says to them. */
export const surelyAngry = -0.8;
/** Mood of words that an agent calms: as angry as a strong word. */
export const calmedMood = -0.6;
/** P(the bot has an intent for it): below, it may as well be a wish that the bot does not know. */
export const leastBelieved = 0.5;
/** That two values differ is inferred from one that could not be found again. */
export const inferredDifference = 0.9;

/** Agents say the same many times a night. */
export const textsRemembered = 4_000;
