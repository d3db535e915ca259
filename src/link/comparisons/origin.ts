import type { Comparison } from '../comparison.js';

const levels = { unknown: 0, direct: 1, transfer: 2, bot: 3 } as const;

/** What the contact centre says about where the contact came from; many say nothing. */
export const origin: Comparison = {
  id: 'origin',
  evidenceAbout: 'moment',
  levels: ['missing', 'direct', 'transfer', 'bot'],
  startingM: [0.04, 0.06, 0.9],
  startingU: [0.5, 0.05, 0.45],
  bound: { by: 'nothing' },
  prepare: ({ contacts }) => {
    const column = Uint8Array.from(contacts, (contact) => levels[contact.origin]);
    return (_h, c) => column[c] as number;
  },
};
