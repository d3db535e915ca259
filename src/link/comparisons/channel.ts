import type { Comparison } from '../comparison.js';

export const channel: Comparison = {
  id: 'channel',
  levels: ['missing', 'differs', 'is the same'],
  startingM: [0.1, 0.9],
  level: (handoff, contact) => (handoff.channel === contact.channel ? 2 : 1),
};
