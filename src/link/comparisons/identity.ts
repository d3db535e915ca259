import type { Identity } from '../../domain/conversation.js';
import type { Comparison } from '../comparison.js';

const fields = ['id', 'phone', 'email', 'account'] as const satisfies (keyof Identity)[];

/** Identity hashes that both sides have. One comparison for all fields, since they are far from independent. */
export const identity: Comparison = {
  id: 'identity',
  levels: ['missing', 'all differ', 'some agree', 'one agrees', 'several agree'],
  startingM: [0.03, 0.07, 0.6, 0.3],
  level(handoff, contact) {
    let agree = 0;
    let differ = 0;
    for (const field of fields) {
      const [a, b] = [handoff.customer[field], contact.customer[field]];
      if (a === undefined || b === undefined) continue;
      if (a === b) agree++;
      else differ++;
    }
    if (agree + differ === 0) return 0;
    if (agree === 0) return 1;
    if (differ > 0) return 2;
    return agree > 1 ? 4 : 3;
  },
};
