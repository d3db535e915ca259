/** What causes are worth a week, with every part that the figure is made of. */
import type { RankConfig } from '../domain/config.js';
import type { JourneyResult, SessionSummary } from '../domain/journey.js';
import type { Cause, TicketValue, ValuePart } from '../domain/ticket.js';
import { groupBy } from '../lib/group-by.js';
import { attribute } from './attribution.js';
import { type Avoidable, avoidableShares } from './avoidable.js';
import { costsOf, type JourneyCost } from './cost.js';
import { type WeeklyCost, weeklyCosts } from './estimate.js';
import type { Factor } from './factor.js';
import { registry } from './factors/index.js';
import { matchJourneys } from './matched.js';
import { remedies } from './remedies.js';

export interface ValueInput {
  results: readonly JourneyResult[];
  sessions: readonly SessionSummary[];
  /** Local days that the results come from. */
  days: number;
}

/** One value a cause, in their order. The minutes of all together never exceed what all journeys took. */
export function valuesOf(
  causes: readonly Cause[],
  input: ValueInput,
  config: RankConfig,
): TicketValue[] {
  const factors = registry.filter((factor) => factor.isMinutes || factor.price(config) !== null);
  const { costs, avoidable } = measure(causes, factors, input);
  const values: TicketValue[] = [];
  for (const places of byCategory(causes)) {
    const weekly = (of: (place: number) => readonly JourneyCost[]) =>
      weeklyCosts(places.map(of), input.days);
    const minutes = weekly((place) => together(factors, costs[place] ?? []));
    const single = factors.map((_, f) => weekly((place) => costs[place]?.[f] ?? []));
    places.forEach((place, k) => {
      const own = factors.map((factor, f) => ({ factor, cost: single[f]?.[k] }));
      const total = minutes[k] ?? nothing;
      const money = moneyParts(own, config);
      values[place] = {
        minutesPerWeek: total.amount,
        interval: total.interval,
        moneyPerWeek:
          money.length === 0 ? null : money.reduce((sum, { amount }) => sum + amount, 0),
        parts: [
          ...minuteParts(own, causes[place] as Cause, avoidable[place], total.amount),
          ...money,
        ],
      };
    });
  }
  return values;
}

const nothing: WeeklyCost = { raw: 0, amount: 0, interval: [0, 0], n: 0 };

/** By cause and factor, what each journey costs because of it. */
function measure(
  causes: readonly Cause[],
  factors: readonly Factor[],
  { results, sessions }: ValueInput,
): { costs: JourneyCost[][][]; avoidable: Avoidable[] } {
  const byId = new Map(results.map((result) => [result.session, result]));
  const avoidable = avoidableShares(causes, { results, sessions });
  const costing = {
    factors,
    byId,
    held: attribute(causes),
    avoidable: avoidable.map(({ share }) => share),
    matched: matchJourneys(results),
  };
  const costs = causes.map((cause, place) => costsOf(cause, place, costing));
  return { costs, avoidable };
}

const byCategory = (causes: readonly Cause[]): number[][] => [
  ...groupBy(causes.keys(), (place) => causes[place]?.category).values(),
];

/** A journey's customer and agent minutes belong together: the interval is of their sum. */
function together(factors: readonly Factor[], costs: readonly JourneyCost[][]): JourneyCost[] {
  const lists = costs.filter((_, f) => factors[f]?.isMinutes);
  const sums = new Map<string, JourneyCost>();
  for (const { session, day, saved, whole } of lists.flat()) {
    const known = sums.get(session);
    sums.set(session, {
      session,
      day,
      saved: saved + (known?.saved ?? 0),
      whole: whole + (known?.whole ?? 0),
    });
  }
  return [...sums.values()];
}

interface Own {
  factor: Factor;
  cost: WeeklyCost | undefined;
}

function minuteParts(
  own: readonly Own[],
  cause: Cause,
  avoidable: Avoidable | undefined,
  total: number,
): ValuePart[] {
  const parts: ValuePart[] = own.flatMap(({ factor, cost }) => {
    if (!factor.isMinutes || !cost || cost.n === 0) return [];
    const how =
      remedies[cause.category].spares === 'handoff'
        ? `the agent's side of the journey, ${avoidable?.note}`
        : 'against matched journeys without the finding';
    const note = `${factor.title}, known for ${cost.n} of ${cause.sessions.length} journeys; ${how}`;
    return [{ factor: factor.id, amount: cost.raw, unit: 'minutes', note }];
  });
  if (parts.length === 0) return [];
  const measured = parts.reduce((sum, { amount }) => sum + amount, 0);
  const note = `Drawn towards the other causes of this category, and kept between 0 and all that the journeys took`;
  return [...parts, { factor: 'shrinkage', amount: total - measured, unit: 'minutes', note }];
}

function moneyParts(own: readonly Own[], config: RankConfig): ValuePart[] {
  return own.flatMap(({ factor, cost }) => {
    const price = factor.price(config);
    if (price === null || !cost || cost.n === 0) return [];
    const note = `${cost.amount.toFixed(1)} ${factor.noun} a week at ${price} ${config.currency}, known for ${cost.n} journeys`;
    return [{ factor: factor.id, amount: cost.amount * price, unit: 'money', note }];
  });
}
