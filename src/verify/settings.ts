/** Numbers of this room that no user turns, each with its reason. */

// The days before and after
/** Eight weeks before the release are the baseline: whole weeks, and of one season. */
export const baselineDays = 56;
/** A fall that is surely smaller than this share is none worth the work. */
export const meaningfulFall = 0.2;
/** The same share the other way: a rate that went from 80 to 100 of a hundred. */
export const meaningfulRise = 1 / (1 - meaningfulFall) - 1;

// Plan: how long to wait
/** Nobody waits for longer than this. */
export const mostDays = 84;
/** A whole week, so that each weekday is in it. */
export const leastDays = 7;
/** The usual promise; looks before the end add to it. */
export const power = 0.8;
/** The fall that a repair is announced with: half of its findings. */
export const halved = 0.5;
/** What is left of a rate where a repair did what it was to do: it ends nearly all of what it is about. */
export const nearlyGone = 0.28;
/** A team waits four weeks for an answer; where a halved rate takes longer, a large fall is looked for first. */
export const soonDays = 28;
/** Most of the level is for the fall that a team hopes for; the rest is for what shows later. */
export const firstPart = 0.8;

// A look every night
/** Two-sided level of all looks together: 2.5 % for a false `verified`, 2.5 % for a false `regressed`. */
export const level = 0.05;

// How much causes differ
/** Fewer causes than this tell nothing of how others differ. */
export const fewestCauses = 3;
/** Causes are never taken to differ by less than this share of their mean. */
export const leastSpread = 0.05;

// How much days differ
/** What is usual never counts for more days than this: other causes are not quite like this one. */
export const mostLent = 84;
/** A week, so that each block has every weekday. */
export const blockDays = 7;
/** Fewer blocks than this, over all causes, say nothing of how long bad stretches last. */
export const fewestBlocks = 12;
/** From few days the estimate is noisy; more than this is taken for noise. */
export const mostPersistence = 8;

// Controls
/** Pseudo-counts towards "weekends are like other days": a season is read only from plenty. */
export const seasonInertia = 20;
/** A control with fewer findings than this many times the cause's own would bring more noise than it takes. */
export const timesOwnFindings = 3;

// A dismissed ticket whose rate doubled
/** The four weeks before the dismissal. */
export const dismissedBaselineDays = 28;
/** A week, so that weekdays weigh alike. */
export const recentDays = 7;
/** Fewer findings than this in the recent days are chance, whatever they are a multiple of. */
export const fewestRecent = 5;
/** One-sided 99 %: there is a look every night for as long as the ticket is laid aside. */
export const surely = 2.33;
