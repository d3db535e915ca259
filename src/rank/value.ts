/** What causes are worth a week, with every part that the figure is made of. */
import { type Category, categories } from '../domain/categories.js';
import type { RankConfig } from '../domain/config.js';
import type { JourneyResult, SessionSummary } from '../domain/journey.js';
import type { Repair, TicketValue, ValuePart } from '../domain/ticket.js';
import { groupBy } from '../lib/group-by.js';
import { nonNegative } from '../stats/truncated-normal.js';
import { attribute } from './attribution.js';
import { type Avoidable, avoidableShares } from './avoidable.js';
import { type CauseCosts, costsOf, type JourneyCost } from './cost.js';
import { nothing, type WeeklyCost, weeklyCosts, widening } from './estimate.js';
import type { Factor } from './factor.js';
import { registry } from './factors/index.js';
import { matchJourneys } from './matched.js';
import { level } from './settings.js';

export interface ValueInput {
  results: readonly JourneyResult[];
  sessions: readonly SessionSummary[];
  /** Local days that the results come from. */
  days: number;
}

export interface Worth {
  value: TicketValue;
  /**
   * What orders tickets, in minutes a week: the minutes, and what else has a price, at what an agent's minute costs.
   * The 90 % interval of both together.
   */
  orderInterval: [low: number, high: number];
}

/** One a cause, in their order. The minutes of all together do not exceed what all journeys took, but for what chance adds to those near 0. */
export function worthOf(causes: readonly Repair[], input: ValueInput, config: RankConfig): Worth[] {
  const factors = registry.filter((factor) => factor.isMinutes || factor.price(config) !== null);
  const { costs, avoidable, visible } = measure(causes, factors, input);
  const worth: Worth[] = [];
  // Complaints and the like are rare: what one category has of them is chance. What all causes are like says more.
  const outcomes = factors.map((_, f) =>
    weeklyCosts(
      costs.map((own) => own[f] ?? none),
      input.days,
    ),
  );
  for (const places of byCategory(causes)) {
    const weekly = (of: (place: number) => CauseCosts) => weeklyCosts(places.map(of), input.days);
    const minutes = weekly((place) => together(factors, costs[place] ?? []));
    const single = factors.map((_, f) => weekly((place) => costs[place]?.[f] ?? none));
    places.forEach((place, k) => {
      const own = factors.map((factor, f) => ({
        factor,
        cost: (factor.isMinutes ? single[f]?.[k] : outcomes[f]?.[place]) ?? nothing,
      }));
      const total = minutes[k] ?? nothing;
      const money = moneyParts(own, config);
      const cause = causes[place] as Repair;
      const orderInterval = orderIntervalOf(total, own, config, input.days);
      const value: TicketValue = {
        minutesPerWeek: total.amount,
        interval: total.interval,
        moneyPerWeek:
          money.length === 0 ? null : money.reduce((sum, { amount }) => sum + amount, 0),
        surelyPerWeek: config.minutePrice ? orderInterval[0] * config.minutePrice : null,
        parts: [...minuteParts(own, cause, avoidable[place], total.amount, visible), ...money],
      };
      worth[place] = { value, orderInterval };
    });
  }
  return worth;
}

const none: CauseCosts = { known: [], untold: 0 };

/** By cause and factor, what each journey costs because of it. */
function measure(
  causes: readonly Repair[],
  factors: readonly Factor[],
  { results, sessions }: ValueInput,
): { costs: CauseCosts[][]; avoidable: Avoidable[]; visible: Set<Category> } {
  const byId = new Map(results.map((result) => [result.session, result]));
  const held = attribute(causes, byId);
  const avoidable = avoidableShares(causes, { results, sessions }, held);
  const visible = new Set(
    results.flatMap(({ findings }) =>
      findings.flatMap(({ category, spent }) => (spent ? [category] : [])),
    ),
  );
  const costing = {
    factors,
    byId,
    held,
    avoidable: avoidable.map(({ share }) => share),
    visible,
    matched: matchJourneys(results),
  };
  const costs = causes.map((cause, place) => costsOf(cause, place, costing));
  return { costs, avoidable, visible };
}

const byCategory = (causes: readonly Repair[]): number[][] => [
  ...groupBy(causes.keys(), (place) => causes[place]?.category).values(),
];

/** A journey's customer and agent minutes belong together: the interval is of their sum. */
function together(factors: readonly Factor[], costs: readonly CauseCosts[]): CauseCosts {
  const lists = costs.filter((_, f) => factors[f]?.isMinutes);
  const sums = new Map<string, JourneyCost>();
  for (const one of lists.flatMap(({ known }) => known)) {
    const before = sums.get(one.session)?.saved ?? 0;
    sums.set(one.session, { ...one, saved: one.saved + before });
  }
  return { known: [...sums.values()], untold: Math.min(...lists.map(({ untold }) => untold)) };
}

interface Own {
  factor: Factor;
  cost: WeeklyCost;
}

/** Without a price of a minute nothing says how many minutes the rest is worth. */
function orderIntervalOf(
  minutes: WeeklyCost,
  own: readonly Own[],
  config: RankConfig,
  days: number,
): Worth['orderInterval'] {
  const { minutePrice } = config;
  let { amount, variance } = minutes;
  let isMinutesAlone = true;
  for (const { factor, cost } of own) {
    const price = factor.price(config);
    if (factor.isMinutes || price === null || !minutePrice || cost.n === 0) continue;
    isMinutesAlone = false;
    amount += (cost.amount * price) / minutePrice;
    variance += cost.variance * (price / minutePrice) ** 2;
  }
  if (isMinutesAlone) return minutes.interval;
  return nonNegative(amount, widening(days) * Math.sqrt(variance), level).interval;
}

function minuteParts(
  own: readonly Own[],
  { category, sessions }: Repair,
  avoidable: Avoidable | undefined,
  total: number,
  visible: ReadonlySet<Category>,
): ValuePart[] {
  const effort = visible.has(category)
    ? 'what is visibly spent on it in its own turns'
    : 'what goes beyond matched journeys without the finding';
  const handoff = `where it explains the handoff, the agent's side of the journey, ${avoidable?.note}`;
  const how = {
    always: visible.has(category) ? `${effort}; ${handoff}` : handoff,
    primary: `${effort}; ${handoff}`,
    by_rule: `${effort}; ${handoff}`,
    never: effort,
  }[categories[category].remedy.brings];
  const parts: ValuePart[] = own.flatMap(({ factor, cost }) => {
    if (!factor.isMinutes || cost.n === 0) return [];
    const note = `${factor.title}, known for ${cost.n} of ${sessions.length} journeys; ${how}`;
    return [{ factor: factor.id, amount: cost.raw, unit: 'minutes', note }];
  });
  if (parts.length === 0) return [];
  const measured = parts.reduce((sum, { amount }) => sum + amount, 0);
  const note =
    'Drawn towards the other causes of this category, with as much for journeys of which nothing is known';
  return [...parts, { factor: 'shrinkage', amount: total - measured, unit: 'minutes', note }];
}

function moneyParts(own: readonly Own[], config: RankConfig): ValuePart[] {
  return own.flatMap(({ factor, cost }) => {
    const price = factor.price(config);
    if (price === null || cost.n === 0) return [];
    const note = `${cost.amount.toFixed(1)} ${factor.noun} a week at ${price} ${config.currency}, known for ${cost.n} journeys`;
    return [{ factor: factor.id, amount: cost.amount * price, unit: 'money', note }];
  });
}
