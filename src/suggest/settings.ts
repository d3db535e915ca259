/** Numbers of suggestions that no user turns, each with its reason. What they come to is measured in docs/measurements.md ("The loop", "Fewer and better wordings"). */

// Wordings of wishes
/** Probability from which a part of a text asks for something else. */
export const otherWishFrom = 0.6;
/** Fewer words are no wording of a wish. */
export const fewestWordsOfWish = 2;
/** Characters. */
export const longestWording = 300;
/** An end that says less than this share of what the whole says of the intent adds nothing. */
export const tellingShare = 0.5;
/** A beginning that says this share of what the whole says of the intent needs no more. */
export const enoughShare = 0.8;
/** Probability that may be lost with an end. */
export const bearableLoss = 0.05;
/** A beginning, and a sentence, that stands for the whole has more words. */
export const fewestWordsOfPart = 2;
/** Wishes of so many kinds, none of which has most of it. A wish whose label is now and then wrong has most under one. */
export const fewestKindsOfWish = 3;
export const mostShareOfKind = 0.5;
/** Share of the times that an aside is said at which it stands beside other words; else it comes with so many kinds of wishes. */
export const leastShareBeside = 0.5;
export const fewestKindsAlone = 6;
/** A part of a run-on text has so many words, and stands by itself in so many other texts. */
export const fewestWordsOfAside = 3;
export const fewestAlone = 2;
/** Share of those who say some words that may say them first or alone where the words are still no wish of their own. */
export const mostShareAhead = 0.1;
/** An end of so many words is a part of its own where it comes behind different words; a shorter one ends many sentences. */
export const fewestWordsOfEnd = 5;
/** Two words that so few texts have in a row may be the end of one thing and the beginning of the next. */
export const mostInARow = 1;
/** Two words are parted by a sign so often as a share of how often they are not. */
export const joinedShare = 0.5;
/** Share of its times that a word ends a part, or begins one, from which another may begin behind it, or end before it. */
export const jointShare = 0.1;
/** Words looked at; a longer part is no saying. */
export const mostWordsOfAside = 14;
/**
 * Words put in anywhere: how many, how often, and their least openness. Of the runs of words of the insurer, the airline and the telecoms provider
 * all above .35 are such ("you know" .53, "what do you call it" .68 and .76); the first other one has .25.
 */
export const wordsOfInterjection = { least: 2, most: 5 };
export const fewestInterjected = 12;
export const leastInterjected = 0.35;
/** How often an opener is heard, before how many kinds of wishes, none with more than this share, and how open: at seven companies of several authors all from this openness on are said ahead, or are anger ("short version" .74); "i'd like to" has .49. */
export const opener = { ahead: 6, kinds: 5, ofKind: 0.5, openness: 0.65 };
/**
 * So many say a reaction alone, for what one says shows nothing; behind it people go on in so many ways, and this share of those others begin with ("not this" .88, a place .4: an answer that many give is none).
 * It is of so many kinds, none with more than this share: of one kind it is a wish; and so short: a longer turn is a story. The numbers but `begun` are not measured.
 */
export const reaction = { alone: 3, ways: 2, begun: 0.6, kinds: 3, ofKind: 0.65, mostWords: 10 };
/** How much being like a phrase that is already chosen counts against being informative. */
export const samenessWeight = 0.5;
/** Words of a wording that may be the whole of another one's wish. */
export const fewestWordsOfWhole = 3;
/**
 * Wordings of one intent so alike (0 to 1) are one wish said twice: of 47 pairs from here on in five companies' suggestions a reader would have kept one each
 * of all but two; of those below, most differ.
 */
export const twinsFrom = 0.7;
/** Wordings of so many words are the same but for so many of them, as a share of the longer. */
export const fewestWordsOfTwin = 6;
export const mostShareOfOther = 0.25;
/** Words that so many turns begin or end with, nearly all for one wish as a label may be wrong: fewer turns are of one wish by chance, fewer words begin any. Twins share this much of the longer: with less, most is said beside them. Not measured. */
export const ownEnds = { least: 3, most: 8, turns: 3, ofKind: 0.9, shared: 0.4 };
/** A wording of so many words is another's slip where that is used by so many times as many customers. */
export const fewestWordsOfForm = 5;
export const commonerFrom = 2;
/** A word is a slip of one that so many times as many customers use, where the wordings are the same besides. */
export const rarerWord = 10;
/** Several parts of which none can go are one wording up to so many words; longer ones are a story. */
export const mostWordsOfSeveral = 16;
/** A word is an intent's own where so many who want it say it, and they are this share of all who do. */
export const fewestWithStem = 2;
export const mostlyOfIntent = 0.5;
/** A word that so many texts have is no slip of anybody's. */
export const commonFrom = 5;
/** What is no word of the language and in no training phrase is a slip of one that so many times as many texts have. */
export const commonerWord = 2;
/** So many others write the other word between the same neighbours, and nobody else this one. */
export const othersWithWord = 2;
/** One letter more or less makes another word of a shorter one; between the same neighbours three letters will do. */
export const shortestSlip = { anywhere: 4, inPlace: 3 };
/** Likeness from which two wordings are about the same, and how many of the nearest are asked. */
export const nearWording = 0.4;
export const neighboursAsked = 5;
/** Wordings by which it is told whether neighbours tell anything. */
export const neighboursTried = 200;
/** A stem that more texts than this share of all have leads to no neighbour. */
export const mostFrequentStem = 0.05;
/** Of few texts that share is hardly any: a stem of at most so many always leads to its neighbours. */
export const mostListed = 40;
/** Journeys of one half are judged by what those of the other teach. */
export const halves = 2;
/** Texts whose reading is remembered. */
export const textsRemembered = 2_000;

// Doubt of labels
/** Parts of the cross-validation that labels are doubted by. */
export const doubtFolds = 5;
/** How far the words' own probabilities are believed: the rest is spread over all labels. */
export const believed = 0.98;
/** Rounds of expectation maximisation. */
export const doubtRounds = 20;
/** Share of wrong labels from which the estimate starts. */
export const assumedNoise = 0.1;
/** A wrong label costs about twice what a right one gains, so what is doubted more than this is set apart. */
export const mostDoubt = 0.3;
/** Place in `reviewOrder` from which on a suggestion is doubted or refused, and whoever has little time leaves it. */
export const seldomReadFrom = 2;
/** Labels; more take too long for a night. */
export const mostDoubted = 6000;

// Values of slots
/** Characters that a slot's name stands before its value at most. */
export const nameWithin = 30;
/** Share of the values seen of a slot that a kind has at least: a misheard one teaches nothing. */
export const leastShareOfKind = 0.1;
/** Of several slots a value is the one that so many were caught for behind the same word, this share of those of all of them: one catch may be wrong, and a word said before either tells nothing. Not measured. */
export const behindWord = { least: 2, share: 0.8 };
/** A shorter number may count anything: days, people, years. */
export const shortestCode = 5;
/** A longer answer tells more than the value. */
export const mostWordsOfValue = 4;

// Out of scope
/**
 * What is none of the bot's is many things, so it takes more examples than an intent does: this many times as many. More
 * would make it the bot's largest class, which takes from all others.
 */
export const moreThanAnIntent = 2;
/** How much all requests that the bot serves, and all its training phrases, count against all that is none of its own. */
export const priceOf = { served: 0.5, taught: 0.25 };
/** Examples looked at, and texts of either kind that they are judged by. */
export const mostCandidates = 200;
export const mostServed = 300;
export const mostTaught = 600;
/** Share of the in-scope texts that may be lost on balance before any example is taken back. */
export const bearableShare = 0.01;
/**
 * Standard deviations of chance that a loss among live requests must be beyond that share by. Training phrases are many and
 * understood, so that what customers lose is hardly seen among all; with 1 one of three live bots lost two to four points
 * in scope, with none the gain of another fell by a third (docs/measurements.md, "What live requests lose").
 */
export const chanceOfLive = 0.5;
/** Rounds in which examples are taken back. */
export const mostRounds = 6;
/** Phrases that the trainings of all rounds may add up to. */
export const trimmingBudget = 24_000;
/** One signal alone speaks for "none of the bot's intents" from this probability on. */
export const strongSignal = 0.9;

// Trials
/** Held-out utterances at most: more would only narrow intervals that are narrow already. */
export const mostTests = 600;
/** Parts of the cross-validation that suggestions are tested by. */
export const trialFolds = 4;
/** Phrases that the trainings for single suggestions may add up to. */
export const trialBudget = 6000;
/** Suggestions of a batch that are also tested alone. */
export const mostAlone = 6;
/** Parts of the cross-validation that intents are compared by. */
export const confusionFolds = 5;
/** Too few phrases of an intent tell nothing of the others. */
export const fewestPhrases = 4;

// Answers that agents give
/** Contacts that say the same before it is taken for the answer; and agents, where they are known. */
export const fewestContacts = 3;
export const fewestAgents = 2;
/** Share of the ticket's resolved contacts that say it, and how much oftener than other contacts they do. */
export const leastShareSaying = 0.15;
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
/** Wordings that are left of a group where a person would read no other in vain: fewer are no intent. */
export const fewestWordingsLeft = 3;
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
