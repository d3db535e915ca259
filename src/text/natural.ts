/**
 * The door through which other rooms reach `natural`. By its part: the front entrance loads database drivers.
 * The stemmer and the sentiment list come in at `words.ts` and `sentiment.ts`, so that each pays for its own part alone.
 */
export { BayesClassifier } from 'natural/lib/natural/classifiers/index.js';
