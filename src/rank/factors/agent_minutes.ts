import type { Factor } from '../factor.js';
import { busy, minutesIn, stageMinutes } from './stage-minutes.js';

export const agentMinutes: Factor = {
  id: 'agent_minutes',
  title: "Agents' minutes",
  description: 'What agents spend on identifying, hearing it again and solving.',
  noun: 'minutes',
  isMinutes: true,
  whole: (result) => (result.handling ? result.handling.handled / 60 : minutesIn(result, busy)),
  visible: ({ agent }) => ({ before: 0, after: agent / 60 }),
  measures: (stages) =>
    busy.filter((stage) => stages.includes(stage)).map((stage) => stageMinutes[stage]),
  price: ({ minutePrice }) => minutePrice,
};
