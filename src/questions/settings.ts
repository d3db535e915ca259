/**
 * What reading the agents' wordings is tuned by. Measured on a company of another author, reported on another
 * (docs/measurements.md, "slots by the shape and identity of answers").
 */

/** Of expectation maximisation. */
export const rounds = 8;
/** What the bot's own questions teach comes first: a slot's wordings join it where their answers are like those. */
export const firstTrust = 0.05;
/** Of what a prior leaves open, this much is for what no class stands for. */
export const otherShare = 0.5;
/** See `FeatureTable.counter`. */
export const smoothing = { words: 60, answers: 12, about: 12 };
/** Words come in more than one feature each, and are no independent witnesses. */
export const wordTrust = 0.5;
export const mostOfWords = 3;
/** What one answer, or one contact's subject, is worth; many are worth more, up to `mostWitnesses`. */
export const answerTrust = 2;
export const aboutTrust = 0.9;
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
/** The same of side questions, which a yes or no answers: agents ask more of them than for all slots that are yes or no. */
export const sideQuestionShare = 0.2;
/** What the form that a contact is about says of a slot, beside its words and answers. */
export const formTrust = 0.7;
/** An item of a list whose slot is another one's asks for what is left, as far as so much was left. */
export const leastLeft = 0.2;
/** A question that a value answered asked for what it is likelier for than not; and in so few cases another question of the contact asks for the same in other words. Not measured. */
export const surelyAnswered = 0.5;
export const askedAgain = 0.15;
/** How far wordings that stand beside each other in a contact are witnesses against asking for one slot. */
export const onceTrust = 2;
/** Each of them is compared with each: a contact with more is no conversation about one matter. */
export const mostAnswered = 200;
/** Natural log of how much less likely a slot is meant whose mark nobody says (see `marksOf`). */
export const markTrust = 2;
/** Where a slot is asked for, agents call it by its name in at least this share of as many contacts as where they do so most; there it is asked for in nearly all. */
export const leastCalled = 0.5;
/** Natural log of how much less likely a slot is meant where it is not called so: at most this, for an ask without any name may still be its own. */
export const mostUncalled = 6;
/** Below this share of yes and no among the answers to the bot's own questions, a yes or no answers no question for the slot. */
export const yesNoBelow = 0.1;
/** Answers to the bot's own questions from which they say enough of a slot. */
export const fewestOwn = 15;

/** From this share of the answers to the bot's own questions on a slot is of the kind that the redactor tells. */
export const mostlyOfKind = 0.5;
/** A slot whose values are mostly of a few shapes, in at least this share of the answers to the bot's own questions, is not answered in words. */
export const shapedFrom = 0.8;
/** Of these answers, a shape that fewer have is a slip of the redactor's or of the customer's. */
export const usualShape = 0.05;
/** Natural log of how much less likely a slot is meant where one answer is of another shape than its values: those slips come, too. */
export const shapeTrust = 3;

/** Sightings of a name that would be about a slot's form if it meant the slot: with fewer, that there are none says nothing. */
export const fewestExpected = 3;
/** Below this share of them a name means another slot; the bot holds many values, so that a slot is asked for less in its own form. */
export const leastOfExpected = 0.3;

/** A wording that stands first in its contacts, or behind all their values, at least this often, in contacts about nearly as many intents as chance would bring, begins or ends them. */
export const closesFrom = 0.7;
/** What begins a contact is answered by what happened, and a value in it is one by chance, at most this often. */
export const mostValues = 0.3;
export const spreadFrom = 0.6;
/** Sightings, and intents, below which nothing is said of where a wording stands: all that a bot of two intents is asked is about half of them. */
export const fewestSeen = 5;
export const fewestIntents = 5;

// Which statements ask
/** What is named, or only stated, is asked for where at least this share of its sightings is answered by a value. */
export const answeredShare = 0.6;
/** A statement that a value answers is more often beside the matter ("the form is in your mail", "phew") than a question. */
export const idleStatement = 0.9;
/** From this probability on a statement is read as a question, by what its words ask for elsewhere. */
export const leastOfStatement = 0.5;

// Which slot a sentence is about, by its words
/** From this score on a slot is thought of at all. */
export const leastScore = 0.36;
/** What a slot's score counts for that the journey does not name, where others are known to be still open. */
export const outOfPlay = 0.6;
/** At this share of the best slot's score another one may be meant just as well: "what day" names no one's date. */
export const rivalFrom = 0.4;
/**
 * What an item of a sentence is worth for a slot beside the words that it shares with it. Values of the slot that it says, each and at
 * most; likeness to the bot's own prompt for it; what of the score is left where nothing of the slot's name is said, and how much of
 * the name another wording for its kind says, or counts as said of a slot without a name; a slot that is what is looked for and more;
 * the best slot where another one fits as well; and a word that all slots share.
 */
export const scoreWeights = {
  value: 0.6,
  mostOfValues: 1.2,
  likePrompt: 1.2,
  uncovered: 0.5,
  otherWording: 0.85,
  nameless: 0.5,
  ofType: { any: 0.7, only: 0.3 },
  margin: 0.7,
  commonest: 0.35,
};
/** What another item of the list says of this one ("which day and time do you leave"). */
export const otherSegment = 0.4;
/** "Departure and arrival cities": the kind of answer holds for items that have none of their own. */
export const sharedKind = 0.8;
/** "Where ..." does not ask for a date; "what date" names one, which may be another thing's. */
export const kindPenalty = { asked: 0.3, named: 0.45, opposed: 0.5, unmarked: 0.85, polar: 0.5 };
/** What was said before the question began counts this much. */
export const preambleWeight = 0.25;
/** "Bedrooms" for "beds" and "bed rooms". */
export const compoundWeight = 0.8;
/** What a word says for a slot by where the definition has it: its own name most, its description and the bot's prompts less, since they say other things, too. */
export const profileWeights = {
  name: 1,
  kind: 0.8,
  description: 0.35,
  prompt: 0.4,
  compound: 0.6,
  flag: 0.2,
};
/** At this score a slot is as likely meant as not. */
export const evenScore = 0.22;
/**
 * How far an offer, and a bare naming, asks for the slot that it is about, against 1 for a question. An offer asks where it says
 * several of the slot's values ("a window or an aisle seat?"); a naming by the share of its words that name the slot: with a
 * question mark at least a little and more the more it names, without one hardly where other words are in the majority, or
 * less of the name is said than this; where it says nothing else ("date of birth please"), more than a question that does.
 */
export const actBelief = {
  offer: { ofValues: 0.8, other: 0.1 },
  naming: {
    question: { least: 0.4, byName: 0.8 },
    leastShare: 0.5,
    leastCoverage: 0.6,
    beside: 0.2,
    alone: 1.3,
  },
};
/** From this likeness to one of the bot's own prompts on a sentence says the same as it. */
export const leastLikePrompt = 0.55;
/** A few words without a question mark are oftener "ok checking" than "dob". */
export const bareNaming = 0.6;
/** Words alone leave open that another slot is meant. */
export const wordsTrust = 0.85;
/** "When?" asks for a date, but a "payment date" is one of several. */
export const kindTrust = 0.2;
/** How plainly a sentence asks that is told by its answer alone. */
export const byAnswerStrength = 0.7;

// What an answer and a reading are worth
/** Answers in one, and words of content of each, of a list; what has more is a story. Agents ask for two or three things at once. */
export const mostListed = { parts: 4, words: 4 };
/** A reading below it is no ask that anybody wants to see. */
export const leastConfidence = 0.15;
/** A held value that the agent says and the customer accepts is seldom said by chance. */
export const surelyReadBack = 0.9;
/** What is answered by a value that the bot has for a slot, and for no other, asked for it, however it was worded. */
export const surelyGiven = 0.9;
/** From this share on a slot's values usually are the customer's own words, so that an answer without the value is another value. */
export const comparableFrom = 0.5;
/** From this probability on a value that is not found in what was told was heard wrongly. */
export const misheardFrom = 0.5;

// What is expected before anybody was heard
/** Answers that a slot's kind counts for, before anybody was heard. */
export const expectedTrust = 50;
/** P(the agent asks for a slot that the form has), and for one that only other forms have. */
export const askedOfForm = { own: 0.9, others: 0.1 };
/** P(the agent asks for a slot) where it is not known whose form has it. */
export const askedOfAnyForm = 0.3;
/** With fewer answered questions of the bot's own, what answers each slot is not known. */
export const fewestLabelled = 50;
/** Answers that are counted for each shape of the values of slots that are not known. */
export const unknownTrust = 50;

// Slots that the definition lacks
/** Of what is left open by a prior a named topic takes this much. */
export const topicShare = 0.7;
/** Of what the slots have that a named topic rivals, this much goes to the topic. */
export const rivalShare = 0.5;
/** A topic is named in at least so many contacts, and in this share of all. */
export const fewestNamings = 5;
export const leastNamings = 0.002;
/** With fewer contacts no slot is left out for want of a naming: where one in 25 has it, ten are expected of so many, and fewer than five come once in thirty times. */
export const fewestToMiss = 250;
/** Two words say more than one: a name of several counts as if it were said so many times as often. */
export const longerNameWeight = 3;
/** A slot that every contact centre has is called by its name where more than this share of it is said: half of it, as one word of two, is said of other things, too ("date" is any date). */
export const calledFrom = 0.5;
/** Product of the cosines of answers, intents and wrap-up codes from which two names may mean one thing. */
export const alikeFrom = 0.5;
/** Of the rarer one's contacts, at most this share may have the other name, too. */
export const mostTogether = 0.12;
/** The same of a slot that every contact centre has beside one of the definition that is seldom called by its name: who did not have it at hand is asked again, in other words. */
export const mostAskedAgain = 1 / 3;
/**
 * A name that no definition has is a slot only where at least this share of its sightings is answered by something with the
 * shape of a value: figures, a date, money, a personal value. Side questions that get a yes, a no or some words are none;
 * a slot of plain words is left to the definition.
 */
export const leastShaped = 0.5;
/** A topic stands alone if it comes in so many contacts, and in the share of all that follows. */
export const fewestAsks = 5;
export const leastAsked = 0.004;
/** At least this share of a slot's values have one shape; "the next thing I need is" is answered by all kinds of them. */
export const leastOneShape = 0.6;
/** Answers that are the bot's own value come in only where the bot holds one and has it right. */
export const provenShare = 0.04;
/** One such answer may be chance. */
export const fewestProofs = 2;

// Held values
/** Values of a shape that are found less often are made into others by the bot; it is not known which. */
export const leastVerbatim = 0.3;
/** An agent seldom asks for what is known, so a doubtful reading of such an ask is likelier wrong. */
export const heldDoubt = 0.15;

// Whether a person is asked for
/** Words of a request; a longer one may say what is wanted, and the bot misread it. */
export const longestRequest = 6;
/** Words of content that no phrase of the request for a person has, from which a turn says something else: of turns that the bot alone took for a request, and whose wish the agents show, in eleven companies 184 of 214 with so many were wishes, 7 of 87 with fewer. */
export const fewestBesideRequest = 2;
/** Words of content of a first message; with more it may be a wish that the bot lacks and took for a request. */
export const mostContentOfRequest = 2;
/** Share of a wish's words of content that come again where it is only put in another way. */
export const sharedByRephrasing = 0.6;
/** From here on the shadow NLU confirms a first message of more words: likelier than all else, for a wish that the bot lacks is often heard as a request. */
export const confirmedFrom = 0.5;
/** The same where the customer asks for a person again with the next words. In three companies such requests had .41 to .99, wishes at most .17. */
export const confirmedAgainFrom = 0.4;
