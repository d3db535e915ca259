import type { ScoreFigures } from '../domain/figures.js';
import type { JourneyResult } from '../domain/journey.js';
import { criteria, parts } from '../domain/rubric.js';
import { meanByDay, meanOf } from './by-day.js';

/** The scores of all journeys but those whose contact is doubtful; how many of these show each criterion. */
export function scoreFigures(results: readonly JourneyResult[]): ScoreFigures {
  const sure = results.filter(({ link }) => link.status !== 'possible');
  return {
    journey: meanByDay(sure, ({ score }) => score),
    journeys: sure.length,
    parts: parts.map((part) => ({
      part,
      score: meanByDay(sure, ({ scores }) => scores[part].score),
      criteria: criteria.map((criterion) => {
        const grades = sure.flatMap(({ scores }) => scores[part].judged[criterion] ?? []);
        return { criterion, mean: meanOf(grades), judged: grades.length };
      }),
    })),
  };
}
