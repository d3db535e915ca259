import type { Effort } from '../../domain/journey.js';
import type { Measure } from '../factor.js';

const minutesOf = (stage: keyof Effort): Measure => ({
  id: stage,
  of({ effort }) {
    const seconds = effort[stage];
    return seconds === null ? null : Math.max(0, seconds) / 60;
  },
});

/** Minutes of each stage of a journey. */
export const stageMinutes: Record<keyof Effort, Measure> = {
  bot: minutesOf('bot'),
  wait: minutesOf('wait'),
  identify: minutesOf('identify'),
  explain: minutesOf('explain'),
  solve: minutesOf('solve'),
};
