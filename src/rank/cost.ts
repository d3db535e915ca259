/** What each journey of a cause costs because of it, factor by factor. */
import type { Category } from '../domain/categories.js';
import type { JourneyResult } from '../domain/journey.js';
import type { Cause } from '../domain/ticket.js';
import type { Held } from './attribution.js';
import type { Factor, Measure } from './factor.js';
import type { Matched } from './matched.js';
import { remedies, wholeHandoff } from './remedies.js';

export interface JourneyCost {
  session: string;
  day: string;
  /** What goes if the cause is repaired; may be negative, where matched journeys cost more. */
  saved: number;
  /** The most that could go; of all causes of a journey together no more than it costs. */
  whole: number;
}

export interface Costing {
  factors: readonly Factor[];
  byId: ReadonlyMap<string, JourneyResult>;
  held: ReadonlyMap<string, Held>;
  /** By place: the share of a cause's handoffs that a repair avoids. */
  avoidable: readonly number[];
  matched: Matched;
}

type Part = Pick<JourneyCost, 'saved' | 'whole'>;

/** By factor. Journeys of which nothing is known are left out. */
export function costsOf(cause: Cause, place: number, costing: Costing): JourneyCost[][] {
  const remedy = remedies[cause.category];
  return costing.factors.map((factor) => {
    const measures = factor.measures(remedy);
    const costs: JourneyCost[] = [];
    for (const session of new Set(cause.sessions)) {
      const result = costing.byId.get(session);
      const held = costing.held.get(session);
      if (!result || !held) continue;
      const parts = measures.flatMap((measure) => {
        const one = { result, held, measure, value: measure.of(result) };
        if (!factor.isMinutes) return beyondMatched(cause.category, one, costing.matched) ?? [];
        return remedy.spares === 'handoff'
          ? (ofHandoff(place, one, costing) ?? [])
          : (ofEffort(cause.category, one, costing) ?? []);
      });
      if (parts.length === 0) continue;
      const sum = (what: keyof Part) => parts.reduce((total, part) => total + part[what], 0);
      costs.push({ session, day: result.day, saved: sum('saved'), whole: sum('whole') });
    }
    return costs;
  });
}

interface Measured {
  result: JourneyResult;
  held: Held;
  measure: Measure;
  value: number | null;
}

const beyond = ({ result, measure, value }: Measured, category: Category, matched: Matched) => {
  const expected = matched.expected(result, measure, category);
  return value === null || expected === null ? null : value - expected;
};

function beyondMatched(category: Category, one: Measured, matched: Matched): Part | null {
  const excess = beyond(one, category, matched);
  if (excess === null || one.value === null) return null;
  const share = 1 / (one.held.alike.get(category) ?? 1);
  return { saved: share * excess, whole: share * one.value };
}

/** Its share of what the stage took, less what falls to the causes of effort. */
function ofHandoff(place: number, one: Measured, { avoidable, matched }: Costing): Part | null {
  if (one.value === null) return null;
  const share = one.held.handoff.get(place) ?? 0;
  const own = avoidable[place] ?? 1;
  const left = one.value - besidesHandoff(one, matched);
  return { saved: share * own * left, whole: (share * (1 + own) * left) / 2 };
}

/** What the stage took beyond matched journeys, as far as it does not go with the handoff. */
function ofEffort(category: Category, one: Measured, { avoidable, matched }: Costing): Part | null {
  const excess = beyond(one, category, matched);
  const { held, value } = one;
  if (excess === null || value === null) return null;
  const share = 1 / (held.alike.get(category) ?? 1);
  const k = isSpared(one) ? held.handoff.size : 0;
  if (k === 0) return { saved: share * excess, whole: (share * value) / held.effort.length };
  let gone = 0;
  for (const [place, part] of held.handoff) gone += part * (avoidable[place] ?? 1);
  const taken = ((1 + gone) / 2) * (value - besidesHandoff(one, matched));
  return {
    saved: share * excess * (1 - gone / (k + 1)),
    whole: (share * (value - taken)) / held.effort.length,
  };
}

/** Whether a spared handoff spares this stage, too. */
const isSpared = ({ measure }: Measured): boolean =>
  wholeHandoff.stages.some((stage) => stage === measure.id);

/** Of what causes of effort cost in this stage, what falls to them although the handoff may go. */
function besidesHandoff(one: Measured, matched: Matched): number {
  const { held, result, measure, value } = one;
  const k = held.handoff.size;
  let cost = 0;
  for (const category of held.effort) {
    if (remedies[category].stages.some((stage) => stage === measure.id))
      cost += beyond({ result, held, measure, value }, category, matched) ?? 0;
  }
  return (Math.min(value ?? 0, Math.max(0, cost)) * k) / (k + 1);
}
