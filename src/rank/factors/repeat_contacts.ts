import type { Factor, Measure } from '../factor.js';

/** A contact that was passed on, or left without a solution, is followed by another. */
const followed: Measure = {
  id: 'repeat_contact',
  of({ outcome: { resolved, transferred } }) {
    if (resolved === undefined && transferred === undefined) return null;
    return Number(resolved === false || transferred === true);
  },
};

export const repeatContacts: Factor = {
  id: 'repeat_contacts',
  title: 'Repeat contacts',
  description: 'Contacts passed on or left unsolved, beyond those of matched journeys.',
  noun: 'contacts',
  isMinutes: false,
  measures: () => [followed],
  price: ({ repeatContactPrice }) => repeatContactPrice,
};
