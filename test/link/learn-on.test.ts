import { describe, expect, it } from 'vitest';
import { candidateFinder } from '../../src/link/candidates.js';
import { learnOn } from '../../src/link/learn-on.js';
import { queueHabits } from '../../src/link/queue-habits.js';
import { noSubjects } from '../../src/link/subjects.js';
import { wordTopics } from '../../src/link/topics.js';
import { quietDay } from './sides.js';

/** Whether likely pairs taught what queues take, where so many pairs were certain. */
function isTaughtByLikely(certain: number): boolean {
  const { handoffs, own } = quietDay(40 + certain);
  // Queues that are named otherwise than the bot's targets: likely pairs show which is which.
  const contacts = own.map((one) => ({ ...one, queue: `line ${one.queue}`.replace('q', '') }));
  const held = handoffs.slice(40).map((handoff, i) => {
    const contact = contacts[40 + i];
    if (!contact) throw new Error('quietDay gives as many contacts as handoffs');
    return { handoff, contact };
  });
  const [open, free] = [handoffs.slice(0, 40), contacts.slice(0, 40)];
  const sides = {
    handoffs: open,
    contacts: free,
    topics: wordTopics(open, free),
    queueHabits: queueHabits(open, free, []),
    subjects: noSubjects,
  };
  const find = candidateFinder(free, { beforeMs: 120_000, afterMs: 3_600_000 });
  const known = { keyed: [], held, legs: new Map() };
  const learned = learnOn(sides, known, (h) => find(open[h] ?? open[0] ?? never()));
  return learned.sides !== sides;
}

function never(): never {
  throw new Error('no handoff');
}

describe('what queues take and sessions are about', () => {
  it('is learned from likely pairs, too, where few are certain', () => {
    expect(isTaughtByLikely(0)).toBe(true);
    expect(isTaughtByLikely(199)).toBe(true);
  });

  it('is what certain pairs teach, where these are many times as many as are open', () => {
    expect(isTaughtByLikely(200)).toBe(false);
  });
});
