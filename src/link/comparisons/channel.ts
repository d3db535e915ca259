import type { Comparison } from '../comparison.js';

export const channel: Comparison = {
  id: 'channel',
  evidenceAbout: 'moment',
  levels: ['missing', 'differs', 'is the same'],
  startingM: [0.1, 0.9],
  startingU: [0.4, 0.6],
  bound: { by: 'nothing' },
  prepare: ({ handoffs, contacts }) => {
    const a = handoffs.map(({ channel }) => channel);
    const b = contacts.map(({ channel }) => channel);
    return (h, c) => (a[h] === b[c] ? 2 : 1);
  },
};
