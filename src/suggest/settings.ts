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
/**
 * How often an opener is heard, before how many kinds of wishes, none with more than this share, and how open. Of what sixteen thousand turns of twelve
 * companies begin with, all from .5 on is said ahead or is anger ("different words" .66), but for "I'd like to" (.61 at one of them), which may go, too; "can I",
 * "my" and "I want" have .3 at most.
 */
export const opener = { ahead: 6, kinds: 5, ofKind: 0.5, openness: 0.55 };
/** The same of one word that is in no dictionary: there all from .6 on is said ahead ("eish" .86, "jislaaik" .72, "dekhiye" .96). */
export const openerWord = { openness: 0.6 };
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
/** Words of content that a request has at least, which is none of the bot's: "it is true?" and "lol nothing" have one, and say nothing by themselves. */
export const fewestStemsOfNone = 2;
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
