import type { Factor, Measure } from '../factor.js';

const complained: Measure = {
  id: 'complaint',
  of: ({ outcome }) => (outcome.complaint === undefined ? null : Number(outcome.complaint)),
};

export const complaints: Factor = {
  id: 'complaints',
  title: 'Complaints',
  description: 'Complaints beyond those of matched journeys.',
  noun: 'complaints',
  isMinutes: false,
  measure: complained,
  price: ({ complaintPrice }) => complaintPrice,
};
