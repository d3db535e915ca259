import type { Effort, JourneyResult } from '../../domain/journey.js';
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

/** Stages in which an agent is busy. */
export const busy = ['identify', 'explain', 'solve'] as const satisfies (keyof Effort)[];

/** Minutes of stages together, as far as they are known; null where none is. */
export function minutesIn(result: JourneyResult, stages: readonly (keyof Effort)[]): number | null {
  const known = stages.flatMap((stage) => stageMinutes[stage].of(result) ?? []);
  return known.length === 0 ? null : known.reduce((a, b) => a + b, 0);
}
