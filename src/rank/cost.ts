/** What each journey of a cause costs because of it, factor by factor. */
import { type Category, categories } from '../domain/categories.js';
import type { Finding, JourneyResult } from '../domain/journey.js';
import type { Repair } from '../domain/ticket.js';
import type { CauseShares } from './attribution.js';
import type { Factor, MinutesFactor, OutcomeFactor } from './factor.js';
import type { Matched } from './matched.js';

export interface JourneyCost {
  session: string;
  day: string;
  /** What goes if the cause is repaired; may be negative, where matched journeys cost more. */
  saved: number;
}

/** The journeys of a cause: what is known of each, and how many more must have cost about as much. */
export interface CauseCosts {
  known: JourneyCost[];
  /** Expected number of journeys with an agent of which the records do not tell. */
  untold: number;
}

export interface Costing {
  factors: readonly Factor[];
  byId: ReadonlyMap<string, JourneyResult>;
  held: ReadonlyMap<string, CauseShares>;
  /** By place: the share of a cause's handoffs that a repair avoids. */
  avoidable: readonly number[];
  /** Categories whose own turns show what was spent; the others are compared with matched journeys. */
  visible: ReadonlySet<Category>;
  matched: Matched;
}

/** By factor. */
export function costsOf(cause: Repair, place: number, costing: Costing): CauseCosts[] {
  return costing.factors.map((factor) => {
    const costs: CauseCosts = { known: [], untold: 0 };
    for (const session of new Set(cause.sessions)) {
      const result = costing.byId.get(session);
      const held = costing.held.get(session);
      if (!result || !held) continue;
      const journey = { result, held, place, costing };
      const saved = factor.isMinutes ? minutesSaved(factor, journey) : outcome(factor, journey);
      if (saved === null) costs.untold += chanceOfContact(result);
      else costs.known.push({ session, day: result.day, saved });
    }
    return costs;
  });
}

interface Journey {
  result: JourneyResult;
  held: CauseShares;
  place: number;
  costing: Costing;
}

/** A handoff without a link may have had its agent all the same. */
const chanceOfContact = ({ link }: JourneyResult): number =>
  link.contact === null ? 1 - link.probability : 1;

/**
 * The effort that goes with the cause, and its share of the handoff where it brings that. What was visibly spent is counted
 * once, for what it was spent on. Effort that only a comparison shows is averaged over the orders of repair: those that
 * bring the handoff spare a part of it, too.
 */
function minutesSaved(factor: MinutesFactor, journey: Journey): number | null {
  const { held, place, costing, result } = journey;
  const own = effortOf(factor, place, journey);
  const share = held.handoff.get(place) ?? 0;
  if (share === 0)
    return own && own.before + own.seen + own.inferred * (1 - goneWithHandoff(journey));
  const whole = factor.whole(result);
  if (whole === null) return null;
  const left = Math.max(0, whole - besides(factor, journey));
  const handoff = share * (costing.avoidable[place] ?? 1) * left;
  return (own ? own.before + own.seen + own.inferred : 0) + handoff;
}

/** What part of the effort on the agent's side those take that bring the handoff. */
function goneWithHandoff({ held, costing }: Journey): number {
  let gone = 0;
  for (const [place, part] of held.handoff) gone += part * (costing.avoidable[place] ?? 1);
  return gone / (held.handoff.size + 1);
}

/** Effort on the agent's side that is counted apart from the handoff. */
function besides(factor: MinutesFactor, journey: Journey): number {
  const { findings, handoff } = journey.held;
  let seen = 0;
  let own = 0;
  let others = 0;
  for (const place of findings.keys()) {
    const spent = effortOf(factor, place, journey) ?? none;
    seen += spent.seen;
    if (handoff.has(place)) own += spent.inferred;
    else others += spent.inferred;
  }
  return seen + Math.max(0, own) + (Math.max(0, others) * handoff.size) / (handoff.size + 1);
}

/** Minutes that a cause costs besides the handoff. */
interface Spent {
  /** With the bot. */
  before: number;
  /** With the agent, visibly. */
  seen: number;
  /** With the agent, beyond matched journeys. */
  inferred: number;
}
const none: Spent = { before: 0, seen: 0, inferred: 0 };

/** Null where neither its turns nor a comparison tells. */
function effortOf(factor: MinutesFactor, place: number, journey: Journey): Spent | null {
  const findings = journey.held.findings.get(place) ?? [];
  const parts = [...new Set(findings.map(({ category }) => category))].flatMap((category) =>
    journey.costing.visible.has(category)
      ? visiblySpent(
          factor,
          findings.filter((one) => one.category === category),
        )
      : beyondMatched(factor, category, journey),
  );
  return parts.length === 0 ? null : parts.reduce(add);
}

const add = (a: Spent, b: Spent): Spent => ({
  before: a.before + b.before,
  seen: a.seen + b.seen,
  inferred: a.inferred + b.inferred,
});

const visiblySpent = (factor: MinutesFactor, findings: readonly Finding[]): Spent[] =>
  findings.flatMap(({ spent }) => {
    if (!spent) return [];
    const { before, after } = factor.visible(spent);
    return [{ before, seen: after, inferred: 0 }];
  });

const beyondMatched = (factor: MinutesFactor, category: Category, journey: Journey): Spent[] =>
  factor.measures(categories[category].remedy.stages).flatMap((measure) => {
    const excess = beyond(measure, category, journey);
    if (excess === null) return [];
    return [{ ...none, [measure.id === 'bot' ? 'before' : 'inferred']: excess }];
  });

/** What a journey's measure is beyond matched ones, shared among the causes of that category. */
function beyond(
  measure: OutcomeFactor['measure'],
  category: Category,
  { result, held, costing }: Journey,
): number | null {
  const value = measure.of(result);
  const expected = costing.matched.expected(result, measure, category);
  if (value === null || expected === null) return null;
  let alike = 0;
  for (const findings of held.findings.values())
    if (findings.some((one) => one.category === category)) alike++;
  return (value - expected) / Math.max(1, alike);
}

function outcome({ measure }: OutcomeFactor, journey: Journey): number | null {
  const findings = journey.held.findings.get(journey.place) ?? [];
  const categories = [...new Set(findings.map(({ category }) => category))];
  const parts = categories.flatMap((category) => beyond(measure, category, journey) ?? []);
  return parts.length === 0 ? null : parts.reduce((a, b) => a + b, 0);
}
