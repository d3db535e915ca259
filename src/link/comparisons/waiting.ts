import type { Comparison } from '../comparison.js';

/** Upper ends in seconds; the first level holds contacts that seem to start before the handoff (clocks disagree). */
const ends = [-5, 2, 5, 10, 20, 40, 80, 160, 320, 640, 1800, Number.POSITIVE_INFINITY];

/** Seconds between the handoff and the contact's entry in the queue. */
export const waiting: Comparison = {
  id: 'waiting',
  levels: [
    'missing',
    ...ends.map((end) => (end === Number.POSITIVE_INFINITY ? 'longer' : `up to ${end} s`)),
  ],
  startingM: [0.01, 0.25, 0.15, 0.12, 0.12, 0.12, 0.1, 0.06, 0.03, 0.02, 0.01, 0.01],
  level(handoff, contact) {
    const seconds = (contact.at - handoff.at) / 1000;
    return 1 + ends.findIndex((end) => seconds <= end);
  },
};
