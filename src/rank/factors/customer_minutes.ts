import type { Factor } from '../factor.js';
import { busy, minutesIn, stageMinutes } from './stage-minutes.js';

export const customerMinutes: Factor = {
  id: 'customer_minutes',
  title: "Customers' minutes",
  description: 'What customers wait, identify themselves, explain again and sit through.',
  noun: 'minutes',
  isMinutes: true,
  whole: (result) =>
    result.handling
      ? (result.handling.waited + result.handling.handled) / 60
      : minutesIn(result, ['wait', ...busy]),
  visible: ({ bot, agent }) => ({ before: bot / 60, after: agent / 60 }),
  measures: (stages) => stages.map((stage) => stageMinutes[stage]),
  price: () => null,
};
