/** Tonight's figures of days and weeks beside what earlier nights said of them. */

import type { OwnerFigures } from '../domain/figures.js';
import {
  conversationFigures,
  type FigureName,
  flatFigures,
  nestedFigures,
  type Restatement,
  type StatedFigures,
  surveyFigures,
  type WeekFigures,
} from '../domain/trend.js';
import { addDays, mondayOf } from '../lib/calendar.js';
import { materialChange, materialJourneys, mostWeeks } from './settings.js';

export interface Trends {
  weeks: WeekFigures[];
  restated: Restatement[];
  /** For the store. */
  stated: Omit<StatedFigures, 'night'>[];
}

/** @param earlier what the last night before this one said of each day and week */
export function trendsOf(
  { days, weeks }: Pick<OwnerFigures, 'days' | 'weeks'>,
  earlier: readonly StatedFigures[],
): Trends {
  const stated = [
    ...days.map((one) => ({ period: one.day, figures: flatFigures(one) })),
    ...weeks.map((one) => ({
      period: one.week,
      figures: { days: one.days, ...flatFigures(one) },
    })),
  ];
  return {
    weeks: [...weeksBefore(weeks, earlier), ...weeks].slice(-mostWeeks),
    restated: restatements(stated, earlier),
    stated,
  };
}

/** Weeks that have left the window whole keep what was said of them last. */
function weeksBefore(
  weeks: readonly WeekFigures[],
  earlier: readonly StatedFigures[],
): WeekFigures[] {
  const first = weeks[0]?.week;
  return earlier
    .filter(({ period }) => period.includes('W') && (first === undefined || period < first))
    .map(({ period, figures }) => ({
      week: period,
      monday: mondayOfWeek(period),
      days: figures.days ?? 7,
      ...nestedFigures(figures),
    }));
}

/** ISO 8601: the fourth of January lies in the first week. */
function mondayOfWeek(week: string): string {
  const [year, number] = week.split('-W').map(Number);
  return addDays(mondayOf(`${year}-01-04`), 7 * ((number ?? 1) - 1));
}

/** Not those of a week that had more days to come. */
function restatements(stated: Trends['stated'], earlier: readonly StatedFigures[]): Restatement[] {
  const said = new Map(earlier.map((one) => [one.period, one]));
  return stated.flatMap(({ period, figures }) => {
    const before = said.get(period);
    if (!before || before.figures.days !== figures.days) return [];
    const because = causeOf(before.figures, figures);
    return figureNames(figures).flatMap((figure): Restatement[] => {
      const [was, now] = [before.figures[figure] ?? null, figures[figure] ?? null];
      if (was === null || now === null) return [];
      if (!isMaterial(figure, was, now, figures.handoffs ?? 0)) return [];
      return [{ period, figure, was, night: before.night, now, because: because(figure) }];
    });
  });
}

/** A late conversation moves everything of its period; a late survey only what customers said, and the score. */
function causeOf(before: Flat, tonight: Flat): (figure: FigureName) => Restatement['because'] {
  const moved = (names: readonly FigureName[]) =>
    names.some((name) => hasMoved(name, before, tonight));
  const conversations = moved(conversationFigures);
  const surveys = moved(surveyFigures);
  const ofSurveys = new Set<FigureName>([...surveyFigures, 'score']);
  return (figure) => (conversations || (surveys && ofSurveys.has(figure)) ? 'records' : 'reading');
}

type Flat = StatedFigures['figures'];

const figureNames = (figures: Flat): FigureName[] =>
  (Object.keys(figures) as (keyof typeof figures)[]).filter((name) => name !== 'days');

/**
 * By however little, and also from or to unknown: the first survey of a day is a late record. Not what the night before did
 * not keep, and not returns that were still awaited.
 */
function hasMoved(name: FigureName, before: Flat, tonight: Flat): boolean {
  const was = before[name];
  if (was === undefined || (name === 'returnShare' && was === null)) return false;
  return was !== tonight[name];
}

function isMaterial(figure: FigureName, was: number, now: number, handoffs: number): boolean {
  const change = Math.abs(now - was);
  const isShare = figure.startsWith('categories.');
  if (isShare && Math.round(change * handoffs) < materialJourneys) return false;
  return change > materialChange * Math.abs(was);
}
