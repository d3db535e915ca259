/** Numbers of redaction that no user turns, each with its reason. What they come to is measured in docs/measurements.md ("Redaction", "Names in running text"). */

// Texts
/** What one pass leaves may come together to a new match; a third pass was never seen to find anything. */
export const mostPasses = 4;
/** Prompts and stock phrases come thousands of times a night. */
export const textsRemembered = 5_000;
/** Texts of a page come once. */
export const longestRemembered = 500;
/** A record with more is a list of customers rather than a conversation. */
export const mostValuesOfRecord = 40;
/** Characters of a code, and of a word, that is looked for in the whole record; shorter ones come again by chance. */
export const leastRepeated = { code: 5, word: 4 };

// Answers to questions
/** A question is short, and so is its answer; a long text tells a story in which hardly a word is the value. */
export const longestAnswer = 400;
/** Names of slots whose kind is remembered. */
export const slotsRemembered = 1000;
/** Words; a longer turn is a story. */
export const longestAddress = 14;
/** Words of a name. */
export const mostNames = 4;
/** A number read out in parts comes in several turns, so that shorter ones count, too. */
export const leastDigitsOfPhone = 5;
/** Characters of an answer to a question that was not understood: "it's", the name and "please". */
export const longestOpenAnswer = 60;
/** Words of a name in such an answer, and of talk beside it. */
export const mostUnasked = { words: 3, around: 5 };

// Values by their looks
/** Characters before a date in which "born" may stand. */
export const birthWithin = 60;
/**
 * A full date of no later year than this is taken for a birthday wherever it stands; appointments and orders are of
 * later years. A number rather than "so many years ago", so that the same text gives the same tokens in any year.
 */
export const lastBirthYear = 2009;
/** Letters; shorter spellings are words as well ("sat", "sun"). */
export const shortestWeekday = 6;
/** Every country's bank and branch codes are mostly numbers; fewer are words that happen to fit. */
export const fewestDigitsOfIban = 6;
/** Shorter names are none in the list. */
export const shortestGivenName = 3;
/** Characters of a code that is spelled out. */
export const leastSpelled = 5;
/** Digits of a number that is read out. */
export const leastSpoken = 6;
/** Digits of a number that is typed in pieces, with "then" between them. */
export const leastDictated = 7;
/** Letters of a name that is on no list, and words of it. */
export const shortestUnlisted = 3;
export const longestName = 5;
/** How far to either side is looked: a text may be megabytes of names. */
export const sight = 200;
