/** Tonight's figures of days and weeks beside what earlier nights said of them. */
import { addDays, mondayOf } from '../domain/local-time.js';
import type {
  DayFigures,
  OwnerFigures,
  Restatement,
  StatedFigures,
  WeekFigures,
} from '../domain/report.js';

export interface Trends {
  weeks: WeekFigures[];
  restated: Restatement[];
  /** For the store. */
  stated: Omit<StatedFigures, 'night'>[];
}

const mostWeeks = 26;
/** Relative: what moves by less, nobody would decide otherwise for. */
const material = 0.02;

/** @param earlier what the last night before this one said of each day and week */
export function trendsOf(
  { days, weeks }: Pick<OwnerFigures, 'days' | 'weeks'>,
  earlier: readonly StatedFigures[],
): Trends {
  const stated = [
    ...days.map(({ day, ...figures }) => ({ period: day, figures })),
    ...weeks.map(({ week, monday: _, ...figures }) => ({ period: week, figures })),
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
      ...(figures as unknown as Omit<WeekFigures, 'week' | 'monday'>),
      week: period,
      monday: mondayOfWeek(period),
    }));
}

/** ISO 8601: the fourth of January lies in the first week. */
function mondayOfWeek(week: string): string {
  const [year, number] = week.split('-W').map(Number);
  return addDays(mondayOf(`${year}-01-04`), 7 * ((number ?? 1) - 1));
}

/** Not those of a week that had more days to come, nor of customers who still had days to come back. */
function restatements(stated: Trends['stated'], earlier: readonly StatedFigures[]): Restatement[] {
  const said = new Map(earlier.map((one) => [one.period, one]));
  return stated.flatMap(({ period, figures }) => {
    const before = said.get(period);
    if (!before || before.figures.days !== figures.days) return [];
    return Object.entries(figures).flatMap(([figure, now]): Restatement[] => {
      const was = before.figures[figure] ?? null;
      if (was === null || now === null || !isMaterial(figure, was, now)) return [];
      return [
        { period, figure: figure as keyof Omit<DayFigures, 'day'>, was, night: before.night, now },
      ];
    });
  });
}

const isMaterial = (figure: string, was: number, now: number) =>
  figure !== 'returnShare' && Math.abs(now - was) > material * Math.abs(was);
