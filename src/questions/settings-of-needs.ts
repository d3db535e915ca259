/** What telling the needs of an intent is tuned by: `settings.ts` has the rest of this room. */

// What an intent needs
export const needRounds = 8;
/** Journeys that the mean over all intents counts for in the rate of each. */
export const needTrust = 3;
/** As if so many journeys more had been seen, in which it is asked for as often as usual: more than a handful of its own decide. */
export const shareTrust = 1;
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

// Agents' habits
/** A share is no share over fewer journeys than this. */
export const fewestJourneys = 5;
/** An agent's habit is the same everywhere; a need is asked for so many times as often as where it is none. */
export const peculiarLift = 5;
/**
 * Parts of the share that makes a slot needed from which one that hardly anybody asks for elsewhere is needed, too: one that the definition does not know, and one
 * that it names for no intent. With half for both, 44 missed slots of sgd were false instead of 40.
 */
export const peculiarPart = { new: 0.5, formless: 0.7 };
/** Agents ask for it whatever the customer wants: in more than this share of the intents, and in more than so many, where there are `fewestOfHabit`. In six companies of other authors no slot without a form is needed in more than three of 23 to 32. */
export const mostOfHabit = { share: 0.25, intents: 5 };
export const fewestOfHabit = 8;
