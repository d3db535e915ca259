import type { Comparison } from '../comparison.js';
import { sharedBits } from '../words.js';

/** Upper ends in bits of shared words. */
const ends = [0, 3, 6, 10, 15, 25, Number.POSITIVE_INFINITY];

/** What the customer told the bot against the first words of the contact; rare words count more. */
export const told: Comparison = {
  id: 'told',
  levels: [
    'missing',
    ...ends.map((end) =>
      end === 0
        ? 'no word shared'
        : end === Number.POSITIVE_INFINITY
          ? 'more'
          : `up to ${end} bits shared`,
    ),
  ],
  startingM: [0.1, 0.1, 0.15, 0.2, 0.2, 0.15, 0.1],
  level(handoff, contact, weights) {
    if (handoff.words.length === 0 || contact.words.length === 0) return 0;
    const bits = sharedBits(handoff.words, contact.words, weights);
    return 1 + ends.findIndex((end) => bits <= end);
  },
};
