import type { Comparison } from '../comparison.js';

const plain = (name: string): string => name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');

/** The queue that took the contact against the target that the bot named. "Billing" and "billing_team" are near. */
export const queue: Comparison = {
  id: 'queue',
  levels: ['missing', 'differs', 'is near', 'is the same'],
  startingM: [0.1, 0.1, 0.8],
  level(handoff, contact) {
    if (handoff.target === undefined || contact.queue === undefined) return 0;
    const [target, taken] = [plain(handoff.target), plain(contact.queue)];
    if (target === taken) return 3;
    return target.includes(taken) || taken.includes(target) ? 2 : 1;
  },
};
