/** Numbers of the owner's figures that no user turns, each with its reason. Losses are measured in docs/measurements.md ("Where customers are lost"). */

// Means and shares
/** Ratings below which a mean on one of the two sides says nothing. */
export const fewestRatings = 10;
/** Direct contacts (of a day, or of a wrap-up code), rated contacts and complaints of a day; with fewer, its figure is chance. */
export const fewestDirect = 5;
export const fewestRated = 20;
export const fewestComplaints = 5;
/** Ends of the flow that are drawn on a side; the rest goes into one. */
export const mostOfASide = 7;

// Returns
/** A journey may end on the day after; then its customer has seven days to come back. */
export const followedDays = 8;
/** The usual window of first contact resolution. */
export const returnWindowMs = 7 * 24 * 3_600_000;
/** A switchboard's number has thousands of visits; so many tell whether it was about the same. */
export const visitsLookedAt = 20;

// Trends
/** Weeks that a trend goes back. */
export const mostWeeks = 26;
/** Relative change of a figure below which it is not reported as restated: no decision depends on so little. */
export const materialChange = 0.02;
/** A category's share that moves by one journey is that journey's matter. */
export const materialJourneys = 2;

// Where sessions are lost
/** A prompt without a name is known by its first words. */
export const wordsOfPrompt = 6;
/** "I am putting you through" is said after a customer is lost: nearly all its visits end lost sessions. */
export const announcesFrom = 0.9;
/** Visits of a state, below which it says nothing. */
export const fewestVisits = 5;
/** What a session ends with gives it away: the last words, or the announcement of the handoff. */
export const lastSteps = 2;
/** Weight of a step that is so many steps back falls by this with each. */
export const stepMemory = 0.7;
/** Places from the end of a session that are signs of their own. */
export const lastPlaces = 4;
/** L2 of the logistic regression. */
export const ridge = 8;
/** More sessions change little of what is learned, and take more of the night's time. */
export const sessionsLearnedFrom = 2000;
/** Lost sessions, and sessions with a sign, without which nothing is learned. */
export const fewestLost = 20;
export const fewestWithSign = 20;
/** Signs that are named. */
export const mostSigns = 8;
