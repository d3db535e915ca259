import type { Factor, Measure } from '../factor.js';

/** Where it is not known who came back: a contact that was passed on, or left without a solution, is followed by another. */
const followed: Measure = {
  id: 'repeat_contact',
  of({ returned, outcome: { resolved, transferred } }) {
    if (returned !== undefined) return Number(returned);
    if (resolved === undefined && transferred === undefined) return null;
    return Number(resolved === false || transferred === true);
  },
};

export const repeatContacts: Factor = {
  id: 'repeat_contacts',
  title: 'Repeat contacts',
  description: 'Customers who came back within seven days, beyond those of matched journeys.',
  noun: 'contacts',
  isMinutes: false,
  measure: followed,
  price: ({ repeatContactPrice }) => repeatContactPrice,
};
