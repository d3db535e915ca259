/** The figures of each local day and each ISO week. */
import { mean } from 'simple-statistics';
import { groupBy } from '../../domain/group-by.js';
import { daysBetween, isoWeekOf, mondayOf } from '../../domain/local-time.js';
import type { DayFigures, WeekFigures } from '../../domain/report.js';
import type { FigureInput } from '../figures.js';
import { linkedOf, meanOf } from './by-day.js';
import { fullContextShare } from './context.js';
import { directMinutes, minutesToSolving } from './tax.js';

/** One row a day that has sessions, handoffs or direct contacts, in order of time. */
export const dayFigures = (input: FigureInput): DayFigures[] =>
  figuresBy(input, (day) => day).map(([day, figures]) => ({ day, ...figures }));

/** One row an ISO week, without the first where the data begin in its middle. */
export function weekFigures(input: FigureInput): WeekFigures[] {
  const days = dayFigures(input).map(({ day }) => day);
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) return [];
  return figuresBy(input, mondayOf)
    .filter(([monday]) => monday >= first)
    .map(([monday, figures]) => ({
      week: isoWeekOf(monday),
      monday,
      days: Math.min(7, 1 + daysBetween(monday, last)),
      ...figures,
    }));
}

type Figures = Omit<DayFigures, 'day'>;

/** In order of the keys. */
function figuresBy(
  { results, sessions, direct }: FigureInput,
  keyOf: (day: string) => string,
): [key: string, figures: Figures][] {
  const usual = directMinutes(direct);
  const by = <T extends { day: string }>(list: readonly T[]) =>
    groupBy(list, ({ day }) => keyOf(day));
  const own = { results: by(results), sessions: by(sessions), direct: by(direct) };
  const days = new Set([...own.results.keys(), ...own.sessions.keys(), ...own.direct.keys()]);
  return [...days].sort().map((day): [string, Figures] => {
    const all = own.sessions.get(day) ?? [];
    const handoffs = own.results.get(day) ?? [];
    const linked = linkedOf(handoffs);
    const minutes = linked.flatMap((result) => minutesToSolving(result) ?? []);
    const escalated = all.filter(({ outcome }) => outcome === 'escalated').length;
    const figures = {
      sessions: all.length,
      handoffs: handoffs.length,
      escalationRate: all.length === 0 ? null : escalated / all.length,
      taxMinutes: usual === null || minutes.length === 0 ? null : mean(minutes) - usual,
      repeatsPerJourney: meanOf(linked.map(({ repeats }) => repeats)),
      fullContextShare: fullContextShare(handoffs),
      csatEscalated: meanOf(linked.flatMap(({ outcome }) => outcome.csat ?? [])),
      score: meanOf(handoffs.flatMap(({ score }) => score ?? [])),
      returnShare: meanOf(
        linked.flatMap(({ returned }) => (returned === undefined ? [] : Number(returned))),
      ),
      csatDirect: meanOf((own.direct.get(day) ?? []).flatMap(({ outcome }) => outcome.csat ?? [])),
    };
    return [day, figures];
  });
}
