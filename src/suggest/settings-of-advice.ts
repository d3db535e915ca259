/** What answers, new intents, pairs, prompts and thresholds are proposed by: `settings.ts` has the rest of this room. */

// Answers that agents give
/** Contacts that say the same before it is taken for the answer; and agents, where they are known. */
export const fewestContacts = 5;
export const fewestAgents = 2;
/** Share of the ticket's resolved contacts that say it: what fewer are told is the answer to another question. And how much oftener than other contacts they do. */
export const leastShareSaying = 0.5;
export const oftenerThanElsewhere = 2;
/** Two-sided level of the interval whose lower end must be so much above: a farewell that is common here by chance is no answer. */
export const answerLevel = 0.9;
/** Statements that an answer is chosen from, and statements that are read. */
export const mostSteps = 4;
export const statementsRead = 400;

// New intents, and those that are several or one
/** Wordings that a group has at least: fewer make no intent that a classifier could learn. */
export const fewestWordingsOfGroup = 5;
/** Wordings that are grouped, and groups that are proposed. */
export const mostWordings = 1500;
/** Mean likeness of a group's wordings to each other, over the same among all wordings, from which it holds together. */
export const coherenceFrom = 1.5;
/** The same where there is one group alone, as a similarity (0 to 1). */
export const leastLikeness = 0.18;
export const mostGroups = 3;
/** A wording is in its group by chance that is less like the others than this share of what they are among themselves, or shares words of content with fewer than this share of them: with a third, where three matters are in one group. */
export const typical = { likeness: 0.6, sharing: 0.4 };
/** Two groups whose wordings are so alike across, as a share of what they are within, mean one thing in two phrasings. */
export const oneMatterOfGroups = 0.5;
/** Stems of a phrase that says something by itself: "hi there" is near to every greeting. */
export const leastStems = 3;
/** Likeness from which a phrase of another intent is near to the group. */
export const nearGroup = 0.35;
/** Wordings that are left of a group where a person would read no other in vain: fewer are no intent. Two groups of three wordings (a gym's) both held two matters or more. */
export const fewestWordingsLeft = 5;
/** Utterances of all wishes that a name's words are compared with: enough for a word's share of them. */
export const utterancesRead = 2_000;
/** Share of the group's wordings that must say the second and the third word of its name together with the first. */
export const leastShareOfName = { second: 0.15, third: 0.5 };
/** A word that fewer customers say at large, as a share of their wordings, is a rare one, or a slip: it is no better than one that so many say. */
export const leastUsual = 0.005;
/** Wordings that a matter has at least: fewer make no intent that a classifier could learn. */
export const fewestWordingsOfMatter = 8;
/** Share of the intent's journeys that a matter has at least. */
export const leastShareOfMatter = 0.2;
/** Two codes whose wordings are so alike across, as a share of what they are within, are one matter that agents close in two ways. */
export const oneMatterOfCodes = 0.6;
/** Share of each one's own phrases that are taken for the other's by a classifier that has not seen them. */
export const mutualConfusion = 0.25;
/** How much nearer (similarity, 0 to 1) a phrase must be to the other intent. */
export const clearlyNearer = 0.1;
/** Mean of this many nearest phrases: one alone may be mislabelled itself. */
export const nearestPhrases = 2;
/** Likeness (0 to 1) from which a customer said what a training phrase says, in much the same words. */
export const sameSaying = 0.6;
/** Share of those customers who wanted the other intent: one in three who wanted the old one shows that the phrase is of both. */
export const mostlyWanted = 2 / 3;
/** And so many of them: of four moves that rested on two to four customers of other authors' companies three were wrong, and a team knows best what it wrote for one intent. */
export const fewestWhoWanted = 5;

// Prompts, slots and thresholds
/** Journeys in which the bot took one of two intents for the other: of ten pairs of two companies that rest on two to four, three are worth asking about. */
export const fewestOfPair = 5;
/** The second of the two is at least so likely as a share of the first, by the words alone. */
export const closeSecond = 0.25;
/** Share of the pair's journeys in which the second is close. */
export const mostlyClose = 0.5;
/**
 * Share of an intent's journeys in which agents ask for what its form should ask. Most of them would be right; some asks are
 * not read.
 */
export const leastShareAsked = 1 / 3;
/** Acting on a wrong intent costs about as much as two fallbacks on a right one. */
export const costOfWrong = 2;
/** Fewer requests that are treated otherwise show nothing. */
export const fewestChanged = 20;
/** Thresholds are proposed in steps of this. */
export const thresholdStep = 0.05;
/** Wordings of which the most typical question is looked for; it has so many words. */
export const wordingsRead = 60;
export const fewestWordsOfQuestion = 4;
/**
 * A part of a slot's name that is no word of the language is one all the same where this share of the agents' questions say it (one agent of eight writes
 * "acc ref pls"); it is written out as a word of that share of them, with at least so many letters more.
 */
export const abbreviations = { saidFrom: 0.25, writtenFrom: 0.1, leastLeftOut: 2 };
