import type { Factor, Measure } from '../factor.js';

const lostPoints: Measure = {
  id: 'lost_csat_points',
  of: ({ outcome }) => (outcome.csat === undefined ? null : 100 - outcome.csat),
};

export const csat: Factor = {
  id: 'csat',
  title: 'Lost satisfaction',
  description: 'Points of 100 that customers are less content than in matched journeys.',
  noun: 'points',
  isMinutes: false,
  measure: lostPoints,
  price: ({ csatPointPrice }) => csatPointPrice,
};
