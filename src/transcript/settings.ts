/** Numbers of reading turns that no user turns, each with its reason. */

/** A single word is a cue only this near to the start ("and what ..."), or in a question. */
export const openingWords = 3;
/** "dob pls", "and your postcode?": short enough to ask by naming. */
export const namingWords = 5;
/** Words of a bare question: "and your date of birth?" names, a longer one may ask anything. */
export const shortQuestion = 8;
/**
 * How plainly a sentence is of its kind. A wording of several words, or a question mark, leaves less open than one word; a bare
 * naming is more often a question where it is polite or short; what is read back without a question mark may be a plain remark.
 */
export const actStrength = {
  request: { question: 0.95, wording: 0.85, word: 0.7 },
  naming: { polite: 0.8, shortQuestion: 0.6, longQuestion: 0.4, statement: 0.5 },
  confirm: { question: 0.9, statement: 0.6 },
  offer: 0.9,
  statement: 0.9,
};
/** "Would you like the one at 10:10 for $80?": who says so many values asks for none. */
export const offeredValues = 2;
/** A customer turn with fewer words of content says nothing of what it is about. */
export const leastContentOfMatter = 2;
/** Words of a sentence; a shorter one has no room for two questions. */
export const shortestOfTwo = 6;
/** Words between two openings of one question: "can you tell me what day", "which area would you like". */
export const oneQuestion = 1;
/** Agents say the same many times a night. */
export const textsRemembered = 4_000;
/** An intent at least half of whose examples are courtesy, a yes or no, a request for a human, or bare values is small talk by its content. */
export const talkShare = 0.5;
/** Words that may stand beside a phrase of courtesy: "hello there my friend". */
export const wordsBeside = 3;
/**
 * Words of content that may stand beside a value that is all there is: "my answer is 14466153"; the share of such examples that have none; and how many kinds of
 * value they must have (slots with listed values, figures), for an answer may be any. In fourteen companies the intents that give values had examples without such a word; of the wishes at most a fifth of the examples had a value at all.
 */
export const wordsBesideValue = 1;
export const bareShare = 0.2;
export const fewestKindsOfValue = 2;
