/** What each journey of a cause costs because of it, factor by factor. */
import type { JourneyResult } from '../domain/journey.js';
import type { Cause } from '../domain/ticket.js';
import type { Factor } from './factor.js';
import type { Matched } from './matched.js';
import { remedies } from './remedies.js';

export interface JourneyCost {
  session: string;
  day: string;
  /** What goes if the cause is repaired; may be negative, where matched journeys cost more. */
  saved: number;
  /** All that the journey costs of this, the most that could go. */
  whole: number;
}

/** @param share of a journey that the cause answers for, and of it what a repair would avoid */
export interface Reach {
  shares: ReadonlyMap<string, number>;
  avoidable: number;
}

/** Journeys of which nothing is known are left out. */
export function costsOf(
  cause: Cause,
  factor: Factor,
  byId: ReadonlyMap<string, JourneyResult>,
  matched: Matched,
  { shares, avoidable }: Reach,
): JourneyCost[] {
  const remedy = remedies[cause.category];
  const measures = factor.measures(remedy);
  const costs: JourneyCost[] = [];
  for (const session of new Set(cause.sessions)) {
    const result = byId.get(session);
    const share = shares.get(session) ?? 0;
    if (!result) continue;
    let known = false;
    let saved = 0;
    let whole = 0;
    for (const measure of measures) {
      const value = measure.of(result);
      if (value === null) continue;
      const spared =
        factor.isMinutes && remedy.spares === 'handoff'
          ? value * avoidable
          : beyond(value, matched.expected(result, measure, cause.category));
      if (spared === null) continue;
      known = true;
      saved += share * spared;
      whole += share * value;
    }
    if (known) costs.push({ session, day: result.day, saved, whole });
  }
  return costs;
}

const beyond = (value: number, expected: number | null): number | null =>
  expected === null ? null : value - expected;
