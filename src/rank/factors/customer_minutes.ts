import type { Factor } from '../factor.js';
import { stageMinutes } from './stage-minutes.js';

export const customerMinutes: Factor = {
  id: 'customer_minutes',
  title: "Customers' minutes",
  description: 'What customers wait, identify themselves, explain again and sit through.',
  noun: 'minutes',
  isMinutes: true,
  measures: ({ stages }) => stages.map((stage) => stageMinutes[stage]),
  price: () => null,
};
