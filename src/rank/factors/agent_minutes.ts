import type { Factor } from '../factor.js';
import { stageMinutes } from './stage-minutes.js';

/** Stages in which an agent is busy. */
const busy = ['identify', 'explain', 'solve'] as const;

export const agentMinutes: Factor = {
  id: 'agent_minutes',
  title: "Agents' minutes",
  description: 'What agents spend on identifying, hearing it again and solving.',
  noun: 'minutes',
  isMinutes: true,
  measures: ({ stages }) =>
    busy.filter((stage) => stages.includes(stage)).map((stage) => stageMinutes[stage]),
  price: ({ minutePrice }) => minutePrice,
};
