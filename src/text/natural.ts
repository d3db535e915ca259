/**
 * The door through which other rooms reach `natural`. By its part: the front entrance loads database drivers.
 * The stemmer comes in at `words.ts`, so that it pays for its own part alone.
 */
export { BayesClassifier } from 'natural/lib/natural/classifiers/index.js';
