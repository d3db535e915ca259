/**
 * Bots whose causes cost known minutes a week. Handoffs have causes that each would be enough, agents lose minutes by
 * others, and a journey may have several of both; what a cause is truly worth is its Shapley value: what its repair
 * spares, averaged over the orders in which all repairs may be made. So no minute is counted twice.
 */
import type { Category } from '../../../src/domain/categories.js';
import type { Finding, JourneyResult, SessionSummary } from '../../../src/domain/journey.js';
import { addDays } from '../../../src/lib/calendar.js';
import { findingOf, journeyOf } from '../../patterns/settings.js';
import { drawer, type Random } from './chance.js';

export interface Bot {
  /** Sessions a day. */
  sessions: number;
  intents: number;
  /** Coefficients of variation of an intent's sessions, and of a cause's rate, from day to day. */
  traffic: number;
  rates: number;
}

interface Planted {
  category: Category;
  intent?: string;
  slot?: string;
  /** Chance in a session of its intent (brings a handoff), or in a handoff (costs minutes). */
  rate: number;
  /** Mean minutes that it adds to the agent's side; 0 for what brings handoffs. */
  minutes: number;
}

interface Intent {
  name: string;
  size: number;
  /** Chance of a handoff for no cause that anyone could repair. */
  plain: number;
  /** Mean minutes of the stages of the agent's side. */
  identify: number;
  explain: number;
  solve: number;
  handoffs: Planted[];
  losses: Planted[];
}

export const firstDay = '2026-03-02';
const weekly = [1.2, 1.1, 1.05, 1.05, 1.1, 0.8, 0.7];
const bringing: Category[] = [
  'misunderstood_intent',
  'unrecognised_utterance',
  'intent_loop',
  'backend_error',
];
const costing: Category[] = ['missed_slot', 'uncaptured_slot', 'wrong_slot_value'];
const everywhere: Category[] = ['context_lost', 'repeated_explanation', 'cold_open'];
const waitMinutes = 1.5;
/** By four hours of the day: how long the queue and the solving are. */
const bands = [0.7, 0.7, 1, 1.3, 1.1, 0.8];
const hourWeights = Array.from(
  { length: 24 },
  (_, hour) => 0.1 + Math.exp(-(((hour - 13) / 4.5) ** 2)),
);
const meanBand =
  hourWeights.reduce((sum, weight, hour) => sum + weight * (bands[hour >> 2] ?? 1), 0) /
  hourWeights.reduce((a, b) => a + b, 0);

export interface World {
  bot: Bot;
  intents: Intent[];
  shared: Planted[];
}

export function worldOf(bot: Bot, { normal, uniform }: Random): World {
  const near = (middle: number, apart: number): number => middle * Math.exp(apart * normal());
  const intents = Array.from({ length: bot.intents }, (_, i): Intent => {
    const name = `intent_${i}`;
    const handoffs = bringing.flatMap((category) =>
      uniform() < 0.45
        ? [{ category, intent: name, rate: Math.min(0.3, near(0.05, 0.8)), minutes: 0 }]
        : [],
    );
    const losses = costing.flatMap((category) =>
      uniform() < 0.45
        ? [
            {
              category,
              intent: name,
              slot: 'slot',
              rate: Math.min(0.7, near(0.25, 0.6)),
              minutes: near(0.8, 0.5),
            },
          ]
        : [],
    );
    return {
      name,
      size: near(1, 0.9),
      plain: Math.min(0.5, near(0.1, 0.6)),
      identify: near(0.5, 0.3),
      explain: near(0.7, 0.3),
      solve: near(3, 0.4),
      handoffs,
      losses,
    };
  });
  const shared = everywhere.map((category) => ({
    category,
    ...(category === 'context_lost' && { slot: 'account' }),
    rate: Math.min(0.5, near(0.15, 0.5)),
    minutes: near(0.5, 0.4),
  }));
  const whole = intents.reduce((sum, { size }) => sum + size, 0);
  for (const intent of intents) intent.size /= whole;
  return { bot, intents, shared };
}

export const nameOf = ({ category, intent = '', slot = '' }: Planted): string =>
  `${category}/${intent}/${slot}`;

export interface Sample {
  sessions: SessionSummary[];
  results: JourneyResult[];
}

const blank = journeyOf(0);

/** Local days of one world, each by itself. */
export function sampleOf(world: World, days: number, random: Random, from = 0): Sample[] {
  const { bot, intents, shared } = world;
  const { uniform, poisson, wobble } = random;
  const hourOf = drawer(hourWeights, random);
  return Array.from({ length: days }, (_, i) => {
    const at = from + i;
    const day = addDays(firstDay, at);
    const sample: Sample = { sessions: [], results: [] };
    const common = shared.map((cause) => ({ cause, rate: cause.rate * wobble(bot.rates) }));
    for (const intent of intents) {
      const today = (cause: Planted) => ({ cause, rate: cause.rate * wobble(bot.rates) });
      const bringers = intent.handoffs.map(today);
      const costs = [...intent.losses.map(today), ...common];
      const mean = bot.sessions * intent.size * (weekly[at % 7] ?? 1) * wobble(bot.traffic);
      for (let n = poisson(mean); n > 0; n--) {
        const hour = hourOf();
        const isPlain = uniform() < intent.plain;
        const brought = bringers.filter(({ rate }) => uniform() < rate);
        const escalated = isPlain || brought.length > 0;
        sample.sessions.push({
          day,
          hour,
          intent: intent.name,
          outcome: escalated ? 'escalated' : 'contained',
          channel: 'chat',
          backendError: false,
        });
        if (!escalated) continue;
        const held = [...brought, ...costs.filter(({ rate }) => uniform() < rate)];
        sample.results.push(
          journey(
            `s-${at}-${sample.sessions.length}`,
            { day, hour, intent, isPlain, held: held.map(({ cause }) => cause) },
            random,
          ),
        );
      }
    }
    return sample;
  });
}

interface Scene {
  day: string;
  hour: number;
  intent: Intent;
  isPlain: boolean;
  held: readonly Planted[];
}

function journey(id: string, scene: Scene, { wobble, uniform }: Random): JourneyResult {
  const { day, hour, intent, isPlain, held } = scene;
  const band = bands[hour >> 2] ?? 1;
  const lost = { identify: 0, explain: 0 };
  for (const { category, minutes } of held)
    lost[costing.includes(category) ? 'identify' : 'explain'] += minutes * wobble(0.5);
  const seconds = (mean: number, more = 0): number => 60 * (mean * wobble(0.6) + more);
  // What explains a handoff best is one of the causes that brought it, whichever came first; without one, nothing that is known.
  const brought = held.filter(({ minutes }) => minutes === 0);
  const explains = brought[Math.floor(uniform() * brought.length)];
  const first = held.indexOf(explains as Planted);
  const findings = held.map(
    ({ category, intent: of, slot }, i): Finding =>
      findingOf(category, {
        primary: i === (isPlain && first < 0 ? -1 : Math.max(0, first)),
        ...(of !== undefined && { intent: of }),
        ...(slot !== undefined && { slot }),
      }),
  );
  return {
    ...blank,
    session: `test/bot/${id}`,
    sessionId: id,
    day,
    hour,
    botIntent: intent.name,
    outcome: { reason: intent.name },
    findings,
    effort: {
      bot: 60,
      wait: seconds(waitMinutes * band),
      identify: seconds(intent.identify, lost.identify),
      explain: seconds(intent.explain, lost.explain),
      solve: seconds(intent.solve * band),
    },
  };
}

/** Chances of 0, 1, 2, … hits of independent trials. */
function hits(rates: readonly number[]): number[] {
  let chances = [1];
  for (const rate of rates)
    chances = [...chances, 0].map(
      (chance, k) => chance * (1 - rate) + (chances[k - 1] ?? 0) * rate,
    );
  return chances;
}
const expected = (chances: readonly number[], of: (k: number) => number): number =>
  chances.reduce((sum, chance, k) => sum + chance * of(k), 0);

/**
 * Minutes a week that each cause is truly worth, by its name. Of k causes that brought a handoff each has a k-th of what
 * is left; a cause that cost minutes has k / (k + 1) of them, for in 1 of k + 1 orders the handoff is gone before.
 */
export function truthOf({ bot, intents, shared }: World): Map<string, number> {
  const truth = new Map<string, number>();
  const add = (cause: Planted, minutes: number) =>
    truth.set(nameOf(cause), (truth.get(nameOf(cause)) ?? 0) + minutes);
  for (const { size, plain, identify, explain, solve, handoffs, losses } of intents) {
    const sessions = 7 * bot.sessions * size;
    const base = waitMinutes * meanBand + 2 * (identify + explain + solve * meanBand);
    const costs = [...losses, ...shared];
    // A minute of the agent is one of the customer, too.
    const lost = costs.reduce((sum, { rate, minutes }) => sum + rate * 2 * minutes, 0);
    for (const cause of handoffs) {
      const others = hits(handoffs.filter((one) => one !== cause).map(({ rate }) => rate));
      const own = expected(others, (k) => 1 / (k + 1));
      const left = expected(others, (k) => 1 / ((k + 1) * (k + 2)));
      add(cause, sessions * cause.rate * (1 - plain) * (base * own + lost * left));
    }
    const all = hits(handoffs.map(({ rate }) => rate));
    const share = plain + (1 - plain) * expected(all, (k) => k / (k + 1));
    for (const cause of costs) add(cause, sessions * cause.rate * 2 * cause.minutes * share);
  }
  return truth;
}
