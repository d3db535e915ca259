/** A ticket's days: the counts of all its parts together, as they stood when somebody released it or laid it aside. */
import type { CauseDay, CauseDays } from '../domain/release.js';

/** @param parts ids of the ticket's parts; those that were never counted are left out. null: none was. */
export function ticketDays(
  id: string,
  parts: readonly string[],
  causes: ReadonlyMap<string, CauseDays>,
): CauseDays | null {
  const own = parts.flatMap((part) => causes.get(part) ?? []);
  const [first] = own;
  if (!first) return null;
  const intents = new Set(own.map(({ intent }) => intent));
  const { intent: _, ...common } = first;
  return {
    ...common,
    id,
    ...(intents.size === 1 && first.intent !== undefined && { intent: first.intent }),
    days: sumDays(own),
  };
}

/** Parts of one intent share their sessions: these are counted once. What is counted among all sessions holds all others. */
function sumDays(parts: readonly CauseDays[]): CauseDay[] {
  const sums = new Map<string, { events: number; exposures: Map<string, number> }>();
  for (const { basis, intent, days } of parts)
    for (const { day, events, exposure } of days) {
      const sum = sums.get(day) ?? { events: 0, exposures: new Map() };
      sums.set(day, sum);
      sum.events += events;
      sum.exposures.set(basis === 'intent' ? `intent ${intent ?? ''}` : basis, exposure);
    }
  return [...sums]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([day, { events, exposures }]) => ({ day, events, exposure: exposureOf(exposures) }));
}

function exposureOf(exposures: ReadonlyMap<string, number>): number {
  const whole = exposures.get('all') ?? exposures.get('linked');
  return whole ?? [...exposures.values()].reduce((sum, one) => sum + one, 0);
}
