import type { Comparison } from '../comparison.js';

/** Upper ends of log2 of how many times likelier the queue is for this target than for any contact. */
const ends = [-2, -0.7, 0.7, 2, Number.POSITIVE_INFINITY];

/** The queue that took the contact against the target that the bot named, by the habits of this contact centre. */
export const queue: Comparison = {
  id: 'queue',
  evidenceAbout: 'customer',
  levels: [
    'missing',
    'hardly ever takes such handoffs',
    'seldom takes such handoffs',
    'takes such handoffs like any other',
    'often takes such handoffs',
    'is the one for such handoffs',
  ],
  startingM: [0.06, 0.06, 0.08, 0.2, 0.6],
  startingU: [0.45, 0.1, 0.2, 0.1, 0.15],
  ordered: true,
  learned: true,
  bound: { by: 'queue' },
  prepare({ handoffs, contacts, queueHabits }) {
    const targets = queueHabits.targets;
    const queues = queueHabits.queues;
    const a = Int32Array.from(handoffs, ({ target }) => targets.get(target ?? '') ?? -1);
    const b = Int32Array.from(contacts, (contact) => queues.get(contact.queue ?? '') ?? -1);
    const levels = queueHabits.bits.map((row) =>
      Uint8Array.from(row, (bits) => 1 + ends.findIndex((end) => bits <= end)),
    );
    return (h, c) => {
      const row = levels[a[h] as number];
      const column = b[c] as number;
      return row === undefined || column < 0 ? 0 : (row[column] as number);
    };
  },
};
