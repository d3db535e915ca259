/** Numbers of this room, with their reasons. What a person may turn is in the config instead. */

/**
 * From here on the best intent of a classifier's posterior is heard clearly, or faintly; below, it is silent: what it ranks first is chance. From so
 * much of none on the text is heard as none of them.
 */
export const heardFrom = { clear: 0.85, faint: 0.5, none: 0.7 };

/**
 * How well a small classifier understands live wording before a night has taught it better: P(clear, faint, silent, heard as none | it is
 * one of the intents), the same of wishes that the bot has no intent for, and P(the best of the ranking is right | the same).
 * Typical of classifiers with ten to twenty phrases an intent. Before any lesson of none, that words are heard as none says no more than silence.
 */
export const usually = {
  covered: [0.35, 0.2, 0.36, 0.09],
  outOfScope: [0.06, 0.16, 0.62, 0.16],
  right: [0.93, 0.7, 0.25, 0.25],
} as const;
/**
 * Where the best intent is wrong, the right one is ranked behind it in this share of cases; else it may be any. Without it a wish that is often taken
 * for its neighbour looks like one that the bot has no intent for: of 1,992 failures of a bot of 77 near intents 129 were called so, all wrongly; 25 with it.
 */
export const rankTells = 0.5;
/** Contacts that the usual values count for. */
export const usualCounts = 40;
/** Contacts that the classifier's general leaning counts for in what it names where it lacks the right intent. */
export const leaningCounts = 20;

/** Contacts with which a label starts as standing for anything, and for nothing that the bot has. */
export const startsAsAny = 2;
export const startsAsNone = 1;
/** Contacts that a shared name counts for: a label that is called like an intent. */
export const namesake = 8;
/** Contacts that a person's word on a label counts for: labels are also used wrongly. */
export const reviewedCounts = 40;
/** An intent is part of a label's meaning only beyond so many contacts and this share of them: a label stands for few intents. */
export const leastContacts = 0.5;
export const leastShare = 0.02;
/**
 * But less, under a covered code, for an intent that is clearly heard at least this often, and so many standard deviations more often than under the others: three
 * intents under one large label, of which customers say two in words that the bot hardly knows, were pruned to the third, and the rest taken for none.
 */
export const apart = { fewest: 5, deviations: 4 };
/**
 * What the bot's phrases say of labels: contacts that all phrases of an intent count for, spread over the labels that are at least so
 * many times as likely for them as for any words; labels with fewer contacts tell nothing, and those with more tell their meaning by themselves.
 */
export const byPhrases = { counts: 16, leastLift: 4, fewestOfLabel: 5, mostOfLabel: 40 };
export const rounds = 30;
/** The pruning of small shares sets in over so many rounds: the first ones only guess. */
export const pruningFrom = 5;

/**
 * An intent is at home in the code that has this much of its contacts. On banking77 and clinc150, with codes for three intents each, 30 of the 48 codes that seemed to
 * mean an intent with less of it did not; of those with more, 6 of 108.
 */
export const filedInOne = 0.85;

/** Share of "none of the bot's" and of everything else before any label was seen. */
export const noneUnseen = 0.15;

/** Signals are not quite independent of each other, so words count for less than they say. */
export const weightOf = {
  code: 1,
  queue: 0.4,
  asked: 0.6,
  byAgent: 1,
  toAgent: 0.8,
  toBot: 0.5,
  alone: 0.8,
};
/** A signal speaks for an intent when it makes it likelier by this factor, as odds. */
export const speaksFrom = 1.5;
/** Words to the agent that are this like those to the bot (0 to 1) are the same words, heard the same way twice. */
export const sameWords = 0.6;

/** A journey teaches the second reading from this probability on. */
export const teachesFrom = 0.85;
export const readingFolds = 4;
/** Journeys of one intent that teach it: with more, the training phrases would no longer count; and of none of them, which are many things. */
export const mostTeaching = { intent: 60, none: 240 };
export const readings = 2;

/** What agents ask for. */
export const askedSlots = {
  /** Of what a form needs and the bot does not hold, agents ask for most, and most of that is read. */
  ofForm: 0.7,
  /** Of what no form of a wish needs, agents ask for something once in a while. */
  leastRate: 0.02,
  /** Contacts that the forms count for, of an intent and of none of them. */
  trust: 10,
  trustOfNone: 50,
  /** Agents leave out questions for many reasons: one that is not asked says less than one that is. */
  silence: 0.3,
  rounds: 4,
};

/** What agents say. */
export const agentWords = {
  /** A word of fewer contacts is chance, and one that most have belongs to the work and not to a wish. */
  fewestContacts: 5,
  mostOfContacts: 0.4,
  /** Standard deviations above chance from which a word tells wishes apart: among thousands of words some stand three above it. */
  deviations: 5,
  /** Contacts that the usual share of a word counts for; and its share in all contacts of none of the intents, in those of one code. */
  trust: 10,
  trustOfNone: 25,
  /** Share of their words that agents say whatever the wish: one that does not fit a wish speaks against it by no more. */
  offTopic: 0.5,
  /** Words of one sentence come together: each says half of what it would by itself. */
  sharpness: 0.5,
  rounds: 6,
  /** What the other signals leave at least to an intent whose words an agent has. */
  leastPrior: 0.001,
  /** Share of none among the contacts of a code whose words are not heard, to begin with. */
  noneAtFirst: 0.25,
  /** What the other signals are sure of may be wrong all the same. */
  doubt: 0.03,
};

/** Codes whose customers want what the bot has an intent for. */
export const coveredCode = {
  /** Of fewer contacts that are heard, one wish in new words and another wish look alike. */
  fewestHeard: 20,
  /** Standard deviations above its share under the other codes from which a word goes with a code. */
  specificFrom: 5,
  /** Standard deviations below what chance makes of it from which those who are heard are told a word too seldom to want the same as the others. */
  foreignFrom: 2.5,
};

/**
 * Agreement of words and codes. With fewer contacts whose words tell a wish nothing is said; a wish is told from this probability on; it
 * is part of what a code means from this share of the contacts whose words tell one. Where one code stands for more than this share of all, or
 * the meanings for more than this share of all wishes, codes can hardly disagree.
 */
export const codeAgreement = {
  fewest: 50,
  toldFrom: 0.5,
  partFrom: 0.12,
  mostOfOneCode: 0.5,
  mostByChance: 0.9,
};
