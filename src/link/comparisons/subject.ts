import type { Comparison } from '../comparison.js';

/** Upper ends in bits of how much likelier the contact is for what the session was about than for its queue. */
const ends = [-6, -4, -2.5, -1.5, -0.5, 0.5, 1.5, 2.5, 4, 6, 9, Number.POSITIVE_INFINITY];

const nameOf = (end: number, i: number): string => {
  const from = ends[i - 1];
  if (from === undefined) return `speaks of something else (below ${end} bits)`;
  return end === Number.POSITIVE_INFINITY
    ? `speaks of the same (more than ${from} bits)`
    : `${from} to ${end} bits`;
};

/** What the contact was about, by its words and wrap-up code, against what the session was. */
export const subject: Comparison = {
  id: 'subject',
  evidenceAbout: 'customer',
  levels: ['missing', ...ends.map(nameOf)],
  startingM: [0.01, 0.02, 0.03, 0.05, 0.09, 0.16, 0.17, 0.15, 0.14, 0.1, 0.05, 0.03],
  startingU: [0.08, 0.1, 0.14, 0.16, 0.18, 0.15, 0.08, 0.05, 0.03, 0.015, 0.01, 0.005],
  ordered: true,
  learned: true,
  bound: { by: 'nothing', bestAreRare: true },
  prepare({ handoffs, contacts, subjects }) {
    const own = handoffs.map((handoff) => subjects.of(handoff));
    const read = subjects.reader(contacts);
    return (h, c) => {
      const likely = own[h] ?? [];
      const bits = likely.length === 0 ? null : read(c, likely);
      return bits === null ? 0 : levelOf(bits);
    };
  },
};

const levelOf = (bits: number): number => 1 + ends.findIndex((end) => bits <= end);
