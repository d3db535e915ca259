import type { Comparison } from '../comparison.js';

/** What the contact centre says about where the contact came from; many say nothing. */
export const origin: Comparison = {
  id: 'origin',
  levels: ['missing', 'direct', 'transfer', 'bot'],
  startingM: [0.04, 0.06, 0.9],
  level: (_handoff, contact) =>
    contact.origin === 'unknown' ? 0 : { direct: 1, transfer: 2, bot: 3 }[contact.origin],
};
