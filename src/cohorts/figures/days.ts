/** The figures of each local day. */
import { mean } from 'simple-statistics';
import type { DayFigures } from '../../domain/report.js';
import type { FigureInput } from '../figures.js';
import { linkedOf, meanOf } from './by-day.js';
import { fullContextShare } from './context.js';
import { directMinutes, minutesToSolving } from './tax.js';

/** One row a day that has sessions, handoffs or direct contacts, in order of time. */
export function dayFigures({ results, sessions, direct }: FigureInput): DayFigures[] {
  const usual = directMinutes(direct);
  const own = { results: group(results), sessions: group(sessions), direct: group(direct) };
  const days = new Set([...own.results.keys(), ...own.sessions.keys(), ...own.direct.keys()]);
  return [...days].sort().map((day) => {
    const all = own.sessions.get(day) ?? [];
    const handoffs = own.results.get(day) ?? [];
    const linked = linkedOf(handoffs);
    const minutes = linked.flatMap((result) => minutesToSolving(result) ?? []);
    const escalated = all.filter(({ outcome }) => outcome === 'escalated').length;
    return {
      day,
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
  });
}

function group<T extends { day: string }>(list: readonly T[]): Map<string, T[]> {
  const days = new Map<string, T[]>();
  for (const one of list) {
    const known = days.get(one.day);
    if (known) known.push(one);
    else days.set(one.day, [one]);
  }
  return days;
}
